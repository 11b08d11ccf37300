import { describe, expect, it } from 'vitest';
import { monthsAfter, placeOf, timeScale } from './time-scale';

describe('the scale of the timeline', () => {
  it('covers whole quarters, ticked by quarter', () => {
    const scale = timeScale('2026-02-10', '2026-11-05');
    expect(new Date(scale.from).toISOString()).toContain('2026-01-01');
    expect(new Date(scale.to).toISOString()).toContain('2027-01-01');
    expect(scale.ticks.map(({ quarter }) => quarter)).toEqual([1, 2, 3, 4]);
  });

  it('is ticked by year when it is long', () => {
    expect(timeScale('2024-05-01', '2029-05-01').ticks.map(({ year }) => year)).toEqual([
      2025, 2026, 2027, 2028, 2029,
    ]);
  });

  it('places days between 0 and 1, in order', () => {
    const scale = timeScale('2026-01-01', '2026-12-31');
    expect(placeOf(scale, '2026-01-01')).toBe(0);
    expect(placeOf(scale, '2026-07-02')).toBeCloseTo(0.5, 2);
    expect(placeOf(scale, '2030-01-01')).toBe(1);
    expect(placeOf(scale, '2020-01-01')).toBe(0);
    expect(new Date(monthsAfter('2026-11-15', 3)).toISOString()).toContain('2027-02-15');
  });
});
