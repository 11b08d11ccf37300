// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is Compose's own notation.
import { isDomainError } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseDotenv } from './parse-dotenv';

// A law takes hundreds of runs; a busy machine may need a while for them.
vi.setConfig({ testTimeout: 60_000 });

describe('parseDotenv', () => {
  it.each([
    ['A=1', '1'],
    ['  A = 1  ', '1'],
    ['export A=1', '1'],
    ['A: 1', '1'],
    ['A=', ''],
    ['A=a b c', 'a b c'],
    ['A=a#b', 'a#b'],
    ['A=a # b', 'a'],
    ['A= # b', ''],
    ['A="a # b" # c', 'a # b'],
    ["A='$X ${X}'", '$X ${X}'],
    ['A="$X"', 'x'],
    ['A=$X-${NONE:-d}-$$', 'x-d-$'],
    ['A="a\\nb\\t\\"c\\\\"', 'a\nb\t"c\\'],
    ['A="\\$X"', '$X'],
    ["A='it\\'s'", "it's"],
    ['A="one\ntwo"', 'one\ntwo'],
    ["A='one\r\ntwo'", 'one\ntwo'],
    ['# c\n\n\nA=1\r\n#d', '1'],
    ['\ufeffA=1', '1'],
    ['A=1\nA=2', '2'],
    ['B=1\nA=$B', '1'],
    ['X=own\nA=$X', 'x'],
    ['A="{\\"k\\": [1]}"', '{"k": [1]}'],
  ])('%j', (text, value) => expect(parseDotenv(text, { X: 'x' }).A).toBe(value));

  it('passes on a name alone, where it is set', () => {
    expect(parseDotenv('A\nB\nexport C', { A: 'a', C: 'c' })).toEqual({ A: 'a', C: 'c' });
  });

  it.each([
    ['A B=1', '1:1'],
    ['ok=1\n =x', '2:2'],
    ['A="x', '1:1'],
    ['A="x"y', '1:1'],
    ['A=${X', '1:1'],
    ['__proto__=1', '1:1'],
    ['A=${NONE:?say it}', '1:1'],
  ])('%j is refused at %s', (text, place) => {
    try {
      parseDotenv(text, {});
      expect.unreachable();
    } catch (error) {
      if (!isDomainError(error)) throw error;
      expect(error.details.map(({ line, column }) => `${line}:${column}`)).toContain(place);
    }
  });

  it('reads back what was written in quotes, and throws nothing but a DomainError', () => {
    const names = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,5}$/);
    const values = fc.string().map((text) => text.replaceAll('\r', ''));
    const quoted = (text: string) =>
      `"${text.replace(/[\\"$]/g, (char) => `\\${char}`).replaceAll('\n', '\\n')}"`;
    fc.assert(
      fc.property(fc.dictionary(names, values), (wanted) => {
        const text = Object.entries(wanted).map(([name, value]) => `${name}=${quoted(value)} # c`);
        expect(parseDotenv(text.join('\n'))).toEqual({ ...wanted });
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseDotenv(text);
        } catch (error) {
          expect(isDomainError(error)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a long file in one pass', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `N${index}=v${index}`);
    expect(Object.keys(parseDotenv(lines.join('\n'))).length).toBe(10_000);
    expect(() => parseDotenv('A=1\n'.repeat(60_000))).toThrowError(/at most 200 kB/);
  });
});
