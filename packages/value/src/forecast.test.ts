import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashFlow } from './cash-flow';
import { forecastFor } from './forecast';
import { exact, sumMoney } from './money';
import { CASES, investment } from './testing/arbitraries';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const monthOf = (start: Date, index: number) => ({
  from: new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1)),
  to: new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index + 1, 1)),
});

describe('what an estimate foresaw for a month', () => {
  const example = {
    yearlyBenefit: '1200000',
    rampUpMonths: 0,
    startDate: day('2026-01-01'),
    horizonYears: 1,
  };

  it('is a twelfth of the year at full run rate, nothing before the start and after the horizon', () => {
    expect(forecastFor(example, monthOf(example.startDate, 3))).toBe('100000.00');
    expect(forecastFor(example, monthOf(example.startDate, -1))).toBe('0.00');
    expect(forecastFor(example, monthOf(example.startDate, 12))).toBe('0.00');
  });

  it('grows under the ramp: a twenty-fourth of a month at first', () => {
    const ramped = { ...example, rampUpMonths: 12 };
    expect(forecastFor(ramped, monthOf(example.startDate, 0))).toBe('4166.67');
    expect(forecastFor(ramped, monthOf(example.startDate, 11))).toBe('95833.33');
  });

  it('counts a month that it starts in by the rest of it', () => {
    const late = { ...example, startDate: day('2026-04-16') };
    expect(forecastFor(late, monthOf(late.startDate, 0))).toBe('50000.00');
  });

  it('law: the months of a year add up to that year of the cash flow', () => {
    fc.assert(
      fc.property(investment, fc.integer({ min: 0, max: 14 }), (terms, year) => {
        fc.pre(year < terms.horizonYears);
        const forecast = { ...terms, startDate: day('2026-05-01') };
        const months = Array.from({ length: 12 }, (_, index) =>
          forecastFor(forecast, monthOf(forecast.startDate, year * 12 + index)),
        );
        const whole = cashFlow(terms)[year + 1]?.benefit ?? '0';
        expect(exact(sumMoney(months)).minus(whole).abs().lte('0.07')).toBe(true);
      }),
      CASES,
    );
  });
});
