import type { DiffRow } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { collapseRows } from './collapse-rows';

const same = (count: number): DiffRow[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'SAME',
    left: index + 1,
    right: index + 1,
    text: 'x',
  }));
const changed: DiffRow = { kind: 'CHANGED', left: { line: 1, text: 'a' }, right: null };
const shape = (rows: DiffRow[], open: number[] = []) =>
  collapseRows(rows, new Set(open)).map((part) =>
    part.kind === 'FOLD' ? `fold ${part.first}+${part.count}` : `rows ${part.first}+${part.rows.length}`,
  );

describe('collapseRows', () => {
  it('keeps three lines on each side of a change and folds the rest', () => {
    expect(shape([...same(10), changed, ...same(20), changed, ...same(10)])).toEqual([
      'fold 0+7',
      'rows 7+7',
      'fold 14+14',
      'rows 28+7',
      'fold 35+7',
    ]);
  });

  it('folds nothing that is as short as what would stand for it', () => {
    expect(shape([...same(4), changed, ...same(7), changed, ...same(2)])).toEqual(['rows 0+15']);
  });

  it('shows what was opened, and loses no row', () => {
    const rows = [...same(10), changed, ...same(20)];
    expect(shape(rows, [0])).toEqual(['rows 0+14', 'fold 14+17']);
    expect(shape(rows, [0, 14])).toEqual(['rows 0+31']);
  });

  it('folds two files that are alike whole', () => {
    expect(shape(same(5))).toEqual(['fold 0+5']);
    expect(shape([])).toEqual([]);
  });
});
