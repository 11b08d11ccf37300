import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpiState, valueOfTarget } from './kpi';
import { exact } from './money';
import { MeasuredTime, realisedOver, realisedValue } from './realised';
import { CASES } from './testing/arbitraries';

const DAY = 86_400_000;
const at = (date: string): Date => new Date(`${date}T00:00:00Z`);
const terms = {
  baseline: '28.2',
  direction: 'LOWER_IS_BETTER',
  valuePerUnit: '240000',
  attribution: '0.8',
} as const;
const year = { from: at('2025-01-01'), to: at('2026-01-01') };

const samples = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 500 }).map((day) => new Date(at('2024-10-01').getTime() + day * DAY)),
    value: fc.integer({ min: 0, max: 5000 }).map((hundredths) => exact(hundredths).div(100).toString()),
  }),
  { maxLength: 15 },
);

describe('realised value', () => {
  it('of a year at the target is the value of the target, leap year or not', () => {
    const held = [{ at: at('2023-12-31'), value: '18' }];
    for (const period of [year, { from: at('2024-01-01'), to: at('2025-01-01') }]) {
      expect(realisedValue(held, terms, period, 1000).amount).toBe(valueOfTarget('18', terms));
    }
    expect(valueOfTarget('18', terms)).toBe('1958400.00');
  });

  it('counts a gap as nothing and shows where it is', () => {
    const found = realisedValue([{ at: at('2025-02-01'), value: '18.2' }], terms, year, 28);
    expect(found.gaps).toEqual([
      { from: at('2025-01-01'), to: at('2025-02-01') },
      { from: at('2025-03-01'), to: at('2026-01-01') },
    ]);
    expect(found.covered).toBeCloseTo(28 / 365, 6);
    expect(found.amount).toBe('147287.67');
  });

  it('of two periods side by side is that of both together', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 364 }), (list, day) => {
        const middle = new Date(year.from.getTime() + day * DAY);
        const whole = realisedValue(list, terms, year);
        const first = realisedValue(list, terms, { from: year.from, to: middle });
        const second = realisedValue(list, terms, { from: middle, to: year.to });
        expect(exact(first.amount).plus(second.amount).minus(whole.amount).abs().lte('0.02')).toBe(true);
      }),
      CASES,
    );
  });

  it('over several stays is the sum of theirs, and what lies between them is neither counted nor a gap', () => {
    fc.assert(
      fc.property(
        samples,
        fc.integer({ min: 1, max: 180 }),
        fc.integer({ min: 181, max: 364 }),
        (list, end, begin) => {
          const first = { from: year.from, to: new Date(year.from.getTime() + end * DAY) };
          const second = { from: new Date(year.from.getTime() + begin * DAY), to: year.to };
          const both = realisedOver(list, terms, [first, second]);
          const [one, two] = [realisedValue(list, terms, first), realisedValue(list, terms, second)];
          expect(exact(one.amount).plus(two.amount).eq(both.amount)).toBe(true);
          const length = end + 365 - begin;
          expect(both.covered).toBeCloseTo((one.covered * end + two.covered * (365 - begin)) / length, 9);
          expect(both.gaps.every((gap) => gap.to <= first.to || gap.from >= second.from)).toBe(true);
        },
      ),
      CASES,
    );
  });

  it('covers exactly what is not a gap, whatever the order of the samples', () => {
    fc.assert(
      fc.property(samples, (list) => {
        const found = realisedValue(list, terms, year);
        const missing = found.gaps.reduce((sum, gap) => sum + gap.to.getTime() - gap.from.getTime(), 0);
        expect(found.covered + missing / (365 * DAY)).toBeCloseTo(1, 9);
        const days = new Set(list.map((sample) => sample.at.getTime()));
        if (days.size === list.length) expect(realisedValue([...list].reverse(), terms, year)).toEqual(found);
      }),
      CASES,
    );
  });

  it('turns its sign with the direction, and scales with the attribution', () => {
    fc.assert(
      fc.property(samples, (list) => {
        const lower = realisedValue(list, terms, year);
        const higher = realisedValue(list, { ...terms, direction: 'HIGHER_IS_BETTER' }, year);
        expect(exact(higher.amount).plus(lower.amount).isZero()).toBe(true);
        const half = realisedValue(list, { ...terms, attribution: '0.4' }, year);
        expect(exact(half.amount).times(2).minus(lower.amount).abs().lte('0.02')).toBe(true);
      }),
      CASES,
    );
  });

  it('of an empty period is nothing', () => {
    expect(realisedValue([], terms, { from: year.to, to: year.from })).toEqual({
      amount: '0.00',
      covered: 0,
      gaps: [],
    });
    const time = new MeasuredTime();
    time.add(1, at('2023-07-02').getTime(), at('2025-07-02').getTime());
    const aYear = { baseline: 0, direction: 'HIGHER_IS_BETTER', valuePerUnit: 1, attribution: 1 } as const;
    expect(time.worth(aYear)).toBe('2.00');
  });
});

describe('the state of a KPI', () => {
  const kpi = { direction: 'LOWER_IS_BETTER', target: '18', tolerance: '0.5' } as const;
  const now = at('2025-06-30');
  it.each([
    ['ON_TARGET', { at: at('2025-06-01'), value: '18.5' }],
    ['OFF_TARGET', { at: at('2025-06-01'), value: '18.51' }],
    ['LATE', { at: at('2025-04-01'), value: '10' }],
    ['NO_SAMPLES', null],
  ] as const)('is %s', (state, last) => {
    expect(kpiState(kpi, last, now)).toBe(state);
  });
});
