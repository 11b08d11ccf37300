import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsDrawn, rowWindow } from './row-window';

const ROW = 36;

describe('the rows that are drawn', () => {
  it('are as many at every place of the list, and hold all that is in sight', () => {
    const place = fc.record({
      height: fc.integer({ min: 1, max: 4000 }),
      count: fc.integer({ min: 1, max: 10_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(place, ({ height, count, share }) => {
        const scrolled = share * Math.max(0, count * ROW - height);
        const first = Math.floor(scrolled / ROW);
        const last = Math.min(count - 1, Math.floor((scrolled + height) / ROW));
        const drawn = rowsDrawn(height, ROW);
        const rows = rowWindow(first, drawn, count);
        expect(rows).toHaveLength(Math.min(drawn, count));
        expect(rows[0]).toBeLessThanOrEqual(first);
        expect(rows.at(-1)).toBeGreaterThanOrEqual(last);
        expect(rows.at(-1)).toBeLessThan(count);
      }),
    );
  });

  it('are one other when the list is scrolled by one', () => {
    const before = new Set(rowWindow(100, 40, 1000));
    expect(rowWindow(101, 40, 1000).filter((row) => !before.has(row))).toEqual([135]);
  });

  it('are none of an empty list', () => {
    expect(rowWindow(0, 40, 0)).toEqual([]);
  });
});
