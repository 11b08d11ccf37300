import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertMoney, type Rate, rateOn } from './convert';
import { exact, sumMoney } from './money';
import { amount, CASES } from './testing/arbitraries';

const RATES: Rate[] = [
  { currency: 'USD', day: '2026-01-01', rate: '0.92' },
  { currency: 'GBP', day: '2026-01-01', rate: '1.15' },
  { currency: 'USD', day: '2026-03-01', rate: '0.9' },
];
const rate = fc.integer({ min: 1, max: 1_000_000 }).map((value) => exact(value).div(10_000).toString());

describe('conversion', () => {
  it('is by the rate of the day, or of the last day before it; unknown before the first', () => {
    expect(rateOn(RATES, 'USD', '2026-02-28', 'EUR')).toBe('0.92');
    expect(rateOn(RATES, 'USD', '2026-03-01', 'EUR')).toBe('0.9');
    expect(rateOn(RATES, 'USD', '2025-12-31', 'EUR')).toBeNull();
    expect(rateOn(RATES, 'CHF', '2026-03-01', 'EUR')).toBeNull();
    expect(rateOn([], 'EUR', '2000-01-01', 'EUR')).toBe('1');
  });

  it('of two rates for a day takes the later one of the list', () => {
    const corrected = [...RATES, { currency: 'USD', day: '2026-01-01', rate: '0.93' }];
    expect(rateOn(corrected, 'USD', '2026-01-15', 'EUR')).toBe('0.93');
  });

  it('law: at one it changes nothing, and a sum converted is the sum of the converted, to half a cent each', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), rate, (amounts, by) => {
        for (const own of amounts) expect(exact(convertMoney(own, '1')).eq(own)).toBe(true);
        const each = sumMoney(amounts.map((own) => convertMoney(own, by)));
        const whole = convertMoney(sumMoney(amounts), by);
        expect(
          exact(each)
            .minus(whole)
            .abs()
            .lte(exact('0.005').times(amounts.length + 1)),
        ).toBe(true);
      }),
      CASES,
    );
  });

  it('law: it keeps order and sign', () => {
    fc.assert(
      fc.property(amount, amount, rate, (left, right, by) => {
        const [low, high] = exact(left).lte(right) ? [left, right] : [right, left];
        expect(exact(convertMoney(low, by)).lte(convertMoney(high, by))).toBe(true);
      }),
      CASES,
    );
  });
});
