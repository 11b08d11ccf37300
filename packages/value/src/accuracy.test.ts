import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastAccuracy, measuredPeriods, type Outcome, outcomeOf } from './accuracy';
import { exact, sumMoney } from './money';
import { amount, CASES, cost } from './testing/arbitraries';

const DAY = 86_400_000;
const at = (date: string): Date => new Date(`${date}T00:00:00Z`);
const forecast = { yearlyBenefit: '120000', rampUpMonths: 0, startDate: at('2025-01-01'), horizonYears: 3 };
/** A year at 10 above the baseline is worth 120,000. */
const terms = {
  baseline: '50',
  direction: 'HIGHER_IS_BETTER',
  valuePerUnit: '12000',
  attribution: '1',
} as const;
const monthly = (value: string, months: readonly number[]) =>
  months.map((month) => ({ at: new Date(Date.UTC(2025, month, 1)), value }));
const ALL = Array.from({ length: 12 }, (_, month) => month);
const year = { from: at('2025-01-01'), to: at('2026-01-01') };

const sampleDays = fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 12 });
const samplesOn = (days: readonly number[], value = '60') =>
  days.map((number) => ({ at: new Date(year.from.getTime() + number * DAY), value }));
const outcome = fc.record({ forecast: cost, realised: amount, days: fc.integer({ min: 0, max: 900 }) });
const shares = (left: string | null, right: string): boolean =>
  left !== null && exact(left).minus(right).abs().lte('0.0001');

describe('forecast accuracy', () => {
  it('is one where each day brought what was foreseen of it', () => {
    const found = outcomeOf(forecast, [{ terms, samples: monthly('60', ALL) }], [year]);
    expect(found).toEqual({ forecast: '120000.00', realised: '120000.00', days: 365 });
    expect(forecastAccuracy([found])).toMatchObject({ useCases: 1, ratio: '1.0000', error: '0.0000' });
  });

  it('weighs by time: what was not measured speaks neither for nor against', () => {
    const half = [{ terms, samples: monthly('55', [0, 1, 2]) }];
    const found = outcomeOf(forecast, half, [{ from: year.from, to: at('2025-04-01') }]);
    expect(found).toMatchObject({ forecast: '30000.00', days: 90 });
    expect(forecastAccuracy([found]).ratio).toBe('0.4932');
    expect(outcomeOf(forecast, [], [year])).toEqual({ forecast: '0.00', realised: '0.00', days: 0 });
  });

  it('tells errors that make up for each other', () => {
    const over: Outcome = { forecast: '100.00', realised: '150.00', days: 1 };
    const under: Outcome = { forecast: '100.00', realised: '50.00', days: 1 };
    expect(forecastAccuracy([over, under])).toMatchObject({ ratio: '1.0000', error: '0.5000' });
    expect(forecastAccuracy([])).toMatchObject({ useCases: 0, ratio: null, error: null });
  });

  it('law: time without a sample of every KPI changes nothing', () => {
    fc.assert(
      fc.property(sampleDays, sampleDays, (one, other) => {
        const kpis = [
          { terms, samples: samplesOn(one) },
          { terms, samples: samplesOn(other, '70') },
        ];
        const measured = measuredPeriods(kpis, [year]);
        expect(outcomeOf(forecast, kpis, measured)).toEqual(outcomeOf(forecast, kpis, [year]));
        const before = { from: at('2024-01-01'), to: year.from };
        expect(outcomeOf(forecast, kpis, [before, year])).toEqual(outcomeOf(forecast, kpis, [year]));
        const days = measured.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()) / DAY, 0);
        expect(outcomeOf(forecast, kpis, [year]).days).toBeCloseTo(days, 6);
      }),
      CASES,
    );
  });

  it('law: a constant value gives the same ratio however much of the time it was measured', () => {
    fc.assert(
      fc.property(sampleDays, (days) => {
        fc.pre(days.length > 0);
        const found = outcomeOf(forecast, [{ terms, samples: samplesOn(days, '58') }], [year]);
        // Months of a forecast are alike, years by days are not: at most three days in thirty-one.
        expect(Number(forecastAccuracy([found]).ratio)).toBeGreaterThan(0.8 * 0.9);
        expect(Number(forecastAccuracy([found]).ratio)).toBeLessThan(0.8 * 1.1);
      }),
      CASES,
    );
  });

  it('law: a group lies between its use cases, and two groups together are their sums', () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 8 }), fc.array(outcome), (one, other) => {
        const both = forecastAccuracy([...one, ...other]);
        const [first, second] = [forecastAccuracy(one), forecastAccuracy(other)];
        expect(both.forecast).toBe(sumMoney([first.forecast, second.forecast]));
        expect(both.realised).toBe(sumMoney([first.realised, second.realised]));
        expect(both.useCases).toBe(first.useCases + second.useCases);
        const foreseen = one.filter(({ forecast: own }) => Number(own) > 0);
        if (foreseen.length < one.length || first.ratio === null) return;
        const ratios = foreseen.map((own) => exact(own.realised).div(own.forecast));
        const least = ratios.reduce((left, right) => (left.lt(right) ? left : right));
        const most = ratios.reduce((left, right) => (left.gt(right) ? left : right));
        expect(
          exact(first.ratio).gte(least.minus('0.0001')) && exact(first.ratio).lte(most.plus('0.0001')),
        ).toBe(true);
        const missed = sumMoney(one.map((own) => exact(own.realised).minus(own.forecast).abs()));
        expect(shares(first.error, exact(missed).div(first.forecast).toString())).toBe(true);
      }),
      CASES,
    );
  });
});
