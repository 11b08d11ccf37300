import { describe, expect, it } from 'vitest';
import { normalizeReference, splitReference } from './image-reference';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('normalizeReference', () => {
  it.each([
    ['postgres', 'postgres:latest'],
    ['docker.io/library/postgres:16', 'postgres:16'],
    ['index.docker.io/acme/model', 'acme/model:latest'],
    ['registry.example:5000/a/b', 'registry.example:5000/a/b:latest'],
    [`acme/model:3@${DIGEST}`, `acme/model@${DIGEST}`],
    [DIGEST, DIGEST],
  ])('%s → %s', (text, expected) => {
    expect(normalizeReference(text)).toBe(expected);
  });
});

describe('splitReference', () => {
  it('does not take a registry port for a tag', () => {
    expect(splitReference('registry.example:5000/a')).toEqual({
      name: 'registry.example:5000/a',
      tag: null,
      digest: null,
    });
  });
});
