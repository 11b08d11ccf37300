import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenceOf, isLate, missingSamples } from './cadence';
import { CASES } from './testing/arbitraries';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const day = (count: number): Date => new Date(START + count * DAY);

describe('the rhythm of a KPI', () => {
  it('is the middle of its last gaps, and none before the third sample', () => {
    expect(cadenceOf([day(0), day(30)])).toBeNull();
    expect(cadenceOf([day(0), day(30), day(61), day(150), day(180)])).toBe(30 * DAY);
  });

  it('says which values are missing: within a gap, and since the last one', () => {
    const weekly = [day(0), day(7), day(14), day(35), day(42)];
    expect(missingSamples(weekly, day(50))).toEqual([day(21), day(28)]);
    expect(missingSamples(weekly, day(60)).slice(2)).toEqual([day(49), day(56)]);
    expect(missingSamples([day(0), day(90)], day(500))).toEqual([]);
  });

  it('calls a value late that became known a step after it was measured', () => {
    expect(isLate({ at: day(0), recordedAt: day(8) }, 7 * DAY)).toBe(true);
    expect(isLate({ at: day(0), recordedAt: day(6) }, 7 * DAY)).toBe(false);
    expect(isLate({ at: day(0), recordedAt: day(600) }, null)).toBe(false);
  });

  it('law: a steady series misses nothing, and taking one out of it misses that one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 8, max: 40 }),
        fc.integer({ min: 1, max: 6 }),
        (step, length, gone) => {
          const whole = Array.from({ length }, (_, index) => day(index * step));
          const end = whole.at(-1) ?? day(0);
          expect(missingSamples(whole, end)).toEqual([]);
          const [absent] = whole.splice(gone, 1);
          expect(missingSamples(whole, end)).toEqual([absent]);
        },
      ),
      CASES,
    );
  });
});
