import { describe, expect, it } from 'vitest';
import { moved } from './grid-move';

const SIZE = { rows: 100, columns: 5, page: 20 };
const from =
  (row: number, column: number) =>
  (key: string, control = false) =>
    moved({ row, column }, key, control, SIZE);

describe('the keys of a grid', () => {
  it('move by one, by a screen, and to the ends', () => {
    const key = from(10, 2);
    expect(key('ArrowDown')).toEqual({ row: 11, column: 2 });
    expect(key('ArrowLeft')).toEqual({ row: 10, column: 1 });
    expect(key('PageDown')).toEqual({ row: 30, column: 2 });
    expect(key('Home')).toEqual({ row: 10, column: 0 });
    expect(key('End', true)).toEqual({ row: 99, column: 4 });
  });

  it('stop at the edges', () => {
    expect(from(0, 0)('ArrowUp')).toEqual({ row: 0, column: 0 });
    expect(from(99, 4)('ArrowRight')).toEqual({ row: 99, column: 4 });
    expect(from(95, 0)('PageDown')).toEqual({ row: 99, column: 0 });
    expect(from(5, 0)('PageUp')).toEqual({ row: 0, column: 0 });
  });

  it('leave every other key alone', () => {
    expect(from(1, 1)('a')).toBeNull();
    expect(from(1, 1)('Tab')).toBeNull();
  });
});
