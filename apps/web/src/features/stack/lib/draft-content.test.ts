import { describe, expect, it } from 'vitest';
import { isSameContent, withoutFile, withRenamed } from './draft-content';

const draft = (files: Record<string, string>, text = 'services: {}') => ({ text, files });

describe('isSameContent', () => {
  it('is the same in any order', () => {
    expect(isSameContent(draft({ a: '1', b: '2' }), draft({ b: '2', a: '1' }))).toBe(true);
  });

  it.each([
    ['another text', draft({ a: '1' }, 'services: {x: {}}')],
    ['another content', draft({ a: '2' })],
    ['another name', draft({ b: '1' })],
    ['one more', draft({ a: '1', b: '' })],
    ['none', draft({})],
  ])('tells %s', (_, other) => {
    expect(isSameContent(draft({ a: '1' }), other)).toBe(false);
    expect(isSameContent(other, draft({ a: '1' }))).toBe(false);
  });
});

describe('withRenamed and withoutFile', () => {
  it('leave the others as they are', () => {
    expect(withRenamed({ a: '1', b: '2' }, 'a', 'c/a')).toEqual({ 'c/a': '1', b: '2' });
    expect(withoutFile({ a: '1', b: '2' }, 'a')).toEqual({ b: '2' });
  });
});
