import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './diff-lines';

describe('diffLines', () => {
  it('numbers the lines of both and puts what replaces each other into one row', () => {
    expect(diffLines('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual([
      { kind: 'SAME', left: 1, right: 1, text: 'a' },
      { kind: 'CHANGED', left: { line: 2, text: 'b' }, right: { line: 2, text: 'B' } },
      { kind: 'SAME', left: 3, right: 3, text: 'c' },
      { kind: 'CHANGED', left: null, right: { line: 4, text: 'd' } },
    ]);
  });

  it('finds nothing between two that are alike but for their line ends', () => {
    expect(diffLines('a\r\nb', 'a\nb\n').every((row) => row.kind === 'SAME')).toBe(true);
    expect(diffLines('', '')).toEqual([]);
  });

  it('holds both files whole, in order', () => {
    const file = fc.array(fc.constantFrom('a', 'b', 'c', '  d: 1', ''), { maxLength: 30 });
    fc.assert(
      fc.property(file, file, (one, two) => {
        const rows = diffLines(`${one.join('\n')}\n`, `${two.join('\n')}\n`);
        const left = rows.flatMap((row) =>
          row.kind === 'SAME' ? [row.text] : row.left ? [row.left.text] : [],
        );
        const right = rows.flatMap((row) =>
          row.kind === 'SAME' ? [row.text] : row.right ? [row.right.text] : [],
        );
        expect(left.join('\n')).toBe(one.join('\n'));
        expect(right.join('\n')).toBe(two.join('\n'));
      }),
    );
  });
});
