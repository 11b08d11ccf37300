import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaPertVariance, fillQuantiles, QUANTILE_CELLS } from './beta-pert';
import { drawTotals, PortfolioDraws, portfolioRange, rangeOfTotals } from './monte-carlo';
import { CASES } from './testing/arbitraries';

const spread = fc
  .tuple(
    fc.integer({ min: 0, max: 1000 }),
    fc.integer({ min: 1, max: 1000 }),
    fc.integer({ min: 0, max: 100 }),
  )
  .map(([low, width, percent]) => ({
    low,
    high: low + width,
    likely: low + Math.round((width * percent) / 100),
  }));

function moments(totals: Float64Array): { mean: number; variance: number } {
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / totals.length;
  return { mean, variance };
}

describe('beta-PERT quantiles', () => {
  it('rise from 0 to 1 and have the mean and the variance of the closed form', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (mode) => {
        const table = new Float64Array(QUANTILE_CELLS + 1);
        fillQuantiles(mode, table);
        let mean = 0;
        let square = 0;
        for (let cell = 0; cell < QUANTILE_CELLS; cell += 1) {
          const [from, to] = [table[cell] ?? 0, table[cell + 1] ?? 0];
          if (to < from) throw new Error(`falls at ${cell}`);
          mean += (from + to) / 2 / QUANTILE_CELLS;
          square += (from * from + from * to + to * to) / 3 / QUANTILE_CELLS;
        }
        expect(mean).toBeCloseTo((1 + 4 * mode) / 6, 3);
        expect(square - mean * mean).toBeCloseTo(betaPertVariance(mode), 3);
      }),
      CASES,
    );
  });
});

describe('Monte Carlo', () => {
  it('meets the mean and the variance of the closed form, within five standard errors', () => {
    fc.assert(
      fc.property(spread, fc.integer(), (range, seed) => {
        const draws = 2000;
        const { mean, variance } = moments(drawTotals([range], { seed, draws }));
        const width = range.high - range.low;
        const closed = betaPertVariance((range.likely - range.low) / width) * width ** 2;
        const expected = (range.low + 4 * range.likely + range.high) / 6;
        expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(closed / draws) + width * 1e-3);
        expect(Math.abs(variance / closed - 1)).toBeLessThan(0.3);
      }),
      CASES,
    );
  });

  it('gives the same figures for the same seed, others for another, in order p10 ≤ p50 ≤ p90', () => {
    fc.assert(
      fc.property(fc.array(spread, { minLength: 1, maxLength: 5 }), fc.integer(), (ranges, seed) => {
        const first = portfolioRange(ranges, { seed, draws: 500 });
        expect(portfolioRange(ranges, { seed, draws: 500 })).toEqual(first);
        expect(Number(first.p10)).toBeLessThanOrEqual(Number(first.p50));
        expect(Number(first.p50)).toBeLessThanOrEqual(Number(first.p90));
        const low = ranges.reduce((sum, range) => sum + range.low, 0);
        const high = ranges.reduce((sum, range) => sum + range.high, 0);
        expect(Number(first.p10)).toBeGreaterThanOrEqual(low - 0.01);
        expect(Number(first.p90)).toBeLessThanOrEqual(high + 0.01);
      }),
      CASES,
    );
    // Of two, because one alone is drawn from every slice, whatever the seed.
    const ranges = [1, 2].map(() => ({ low: 0, likely: 50, high: 100 }));
    expect(portfolioRange(ranges, { seed: 1 })).not.toEqual(portfolioRange(ranges, { seed: 2 }));
  });

  it('earns a value as often as its probability says', () => {
    const certain = [{ low: 100, likely: 100, high: 100, probability: 0.3 }];
    const totals = drawTotals(certain, { seed: 7, draws: 100_000 });
    const earned = totals.filter((total) => total > 0).length / totals.length;
    expect(earned).toBeCloseTo(0.3, 2);
    expect(portfolioRange([], { seed: 7 }).p90).toBe('0.00');
  });

  it('is narrower for many than the sum of their lows and highs', () => {
    const many = Array.from({ length: 100 }, () => ({ low: 0, likely: 50, high: 100 }));
    const range = portfolioRange(many, { seed: 3 });
    expect(Number(range.p90) - Number(range.p10)).toBeLessThan(700);
  });

  it('comes to the same whatever was added and taken away on the way, in any order', () => {
    const valued = fc.tuple(spread, fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(valued, { maxLength: 8 }), fc.integer(), (values, seed) => {
        const options = { seed, draws: 300 };
        const given = values.map(([range, probability], key) => ({ ...range, probability, key }));
        const straight = new PortfolioDraws(options);
        for (const value of given) straight.add(value, value.key);
        const winding = new PortfolioDraws(options);
        for (const value of given.toReversed()) winding.add({ ...value, probability: 1 }, value.key);
        for (const value of given) winding.add(value, value.key);
        for (const value of given) winding.remove({ ...value, probability: 1 }, value.key);
        expect(winding.totals).toEqual(straight.totals);
        expect(portfolioRange(given.toReversed(), options)).toEqual(rangeOfTotals(straight.totals));
      }),
      CASES,
    );
  });

  it('draws values independently of each other, also those of neighbours', () => {
    const draws = 2000;
    const uniform = (key: number): Float64Array =>
      drawTotals([{ low: 0, likely: 50, high: 100, key }], { seed: 11, draws });
    const { mean, variance } = moments(uniform(1));
    for (const [left, right] of [
      [1, 2],
      [1, 1025],
      [7, 8],
      [0, 1],
    ] as const) {
      const [one, other] = [uniform(left), uniform(right)];
      const together = one.reduce((sum, value, at) => sum + (value - mean) * ((other[at] ?? 0) - mean), 0);
      expect(Math.abs(together / draws / variance)).toBeLessThan(5 / Math.sqrt(draws));
    }
  });
});
