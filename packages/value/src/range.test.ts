import { DomainError } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, sumMoney } from './money';
import { assertRange, pertMean, pertSpread, riskAdjusted } from './range';
import { amount, CASES, range } from './testing/arbitraries';

describe('a range', () => {
  it('has the PERT mean and spread of the textbook', () => {
    const example = { low: '900000', likely: '1600000', high: '2800000' };
    expect(pertMean(example)).toBe('1683333.33');
    expect(pertSpread(example)).toBe('316666.67');
  });

  it('keeps its mean between low and high, and moves with them', () => {
    fc.assert(
      fc.property(range, amount, (points, shift) => {
        const mean = exact(pertMean(points));
        expect(mean.gte(points.low) && mean.lte(points.high)).toBe(true);
        const moved = {
          low: exact(points.low).plus(shift),
          likely: exact(points.likely).plus(shift),
          high: exact(points.high).plus(shift),
        };
        expect(exact(pertMean(moved)).minus(mean).minus(shift).abs().lte('0.01')).toBe(true);
        expect(pertSpread(moved)).toBe(pertSpread(points));
      }),
      CASES,
    );
  });

  it('out of order is refused, naming the field to change', () => {
    fc.assert(
      fc.property(amount, amount, amount, (low, likely, high) => {
        const field = exact(low).gt(likely) ? 'low' : exact(high).lt(likely) ? 'high' : null;
        try {
          assertRange({ low, likely, high });
          expect(field).toBeNull();
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          expect((error as DomainError).code).toBe('LOW_ABOVE_LIKELY');
          expect((error as DomainError).details[0]?.path).toBe(field);
        }
      }),
      CASES,
    );
  });

  it('is worth nothing at probability 0, all of it at 1, and in proportion between', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (expected, basisPoints) => {
        const probability = exact(basisPoints).div(10_000);
        expect(riskAdjusted(expected, 0)).toBe('0.00');
        expect(exact(riskAdjusted(expected, 1)).eq(expected)).toBe(true);
        const share = exact(expected).times(probability);
        expect(share.minus(riskAdjusted(expected, probability)).abs().lte('0.005')).toBe(true);
      }),
      CASES,
    );
  });
});

describe('a sum of money', () => {
  it('is exact to the cent in whatever order it is taken', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 50 }), (amounts) => {
        const inCents = amounts.reduce((total, value) => total + BigInt(value.replace('.', '')), 0n);
        expect(BigInt(sumMoney(amounts).replace('.', ''))).toBe(inCents);
        expect(sumMoney([...amounts].reverse())).toBe(sumMoney(amounts));
      }),
      CASES,
    );
    expect(sumMoney(['0.10', '0.20'])).toBe('0.30');
  });
});
