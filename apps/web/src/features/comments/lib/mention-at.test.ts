import { describe, expect, it } from 'vitest';
import { insertMention, mentionAt, partsOf } from './mention-at';

describe('a name that is being typed', () => {
  it.each([
    ['@', 1, ''],
    ['Ask @ann', 8, 'ann'],
    ['Ask (@Ann Le', 12, 'Ann Le'],
    ['Ask @an about it', 7, 'an'],
  ])('%s', (text, caret, typed) => expect(mentionAt(text, caret)?.text).toBe(typed));

  it.each([
    ['ann@jalon.example', 17],
    ['Ask @ann\nabout', 14],
    ['Ask @ann about all of it', 24],
    ['nobody', 6],
    ['at @ noon', 9],
  ])('none in %s', (text, caret) => expect(mentionAt(text, caret)).toBeNull());

  it('is put in whole, once, with one space after it', () => {
    expect(insertMention('Ask @an about it', 7, { start: 4, text: 'an' }, 'Ann Lee')).toEqual({
      text: 'Ask @Ann Lee about it',
      caret: 13,
    });
  });
});

describe('a comment in parts', () => {
  const kinds = (text: string, names: string[]) =>
    partsOf(text, names)
      .filter(({ kind }) => kind !== 'text')
      .map(({ kind, text: part }) => `${kind} ${part}`);

  it('has its names and its addresses, and loses nothing', () => {
    const text = 'See https://jalon.example/use-cases/4?tab=gate, @Ann Lee (and @ann).';
    expect(kinds(text, ['Ann', 'Ann Lee'])).toEqual([
      'link https://jalon.example/use-cases/4?tab=gate',
      'mention @Ann Lee',
      'mention @ann',
    ]);
    expect(
      partsOf(text, ['Ann', 'Ann Lee'])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it('marks neither longer names nor other schemes', () => {
    expect(kinds('@Anna, javascript:alert(1)', ['Ann'])).toEqual([]);
  });
});
