import { fillQuantiles, QUANTILE_CELLS } from './beta-pert';
import { exact, toMoney } from './money';
import { seedState } from './random';
import { assertRange, type ValueRange } from './range';

/** One range to draw from, and how likely (0 to 1) it is to be earned at all. */
export interface UncertainValue extends ValueRange {
  probability?: number;
}

/** What a portfolio may be worth: one year in ten below p10, one in ten above p90. */
export interface PortfolioRange {
  p10: string;
  p50: string;
  p90: string;
  mean: string;
}

export interface MonteCarloOptions {
  /** The same seed gives the same figures. */
  seed: number;
  draws?: number;
}

const DEFAULT_DRAWS = 10_000;
const UNIT = 2 ** -32;

/**
 * Totals of a portfolio, one per draw: each value is drawn from its beta-PERT distribution, or is nothing when
 * the draw says that it is not earned. Values are independent. One uniform number serves both questions: under
 * the probability it is earned, and where under it says how much.
 * Draws are statistics, so they are floating point; amounts become decimal again in `portfolioRange`.
 */
export function drawTotals(values: readonly UncertainValue[], options: MonteCarloOptions): Float64Array {
  const draws = options.draws ?? DEFAULT_DRAWS;
  const totals = new Float64Array(draws);
  const quantiles = new Float64Array(QUANTILE_CELLS + 1);
  let [a, b, c, d] = seedState(options.seed);
  for (const value of values) {
    assertRange(value);
    const low = Number(value.low);
    const width = Number(value.high) - low;
    fillQuantiles(width > 0 ? (Number(value.likely) - low) / width : 0.5, quantiles);
    const probability = value.probability ?? 1;
    if (probability <= 0) continue;
    const scale = (UNIT * QUANTILE_CELLS) / probability;
    for (let draw = 0; draw < draws; draw += 1) {
      const sum = (a + d) | 0;
      const bits = (((sum << 7) | (sum >>> 25)) + a) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      const at = bits * scale;
      if (at >= QUANTILE_CELLS) continue;
      const cell = at | 0;
      const from = quantiles[cell] as number;
      const share = from + (at - cell) * ((quantiles[cell + 1] as number) - from);
      totals[draw] = (totals[draw] as number) + low + width * share;
    }
  }
  return totals;
}

function percentile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const from = sorted[below] ?? 0;
  return from + (at - below) * ((sorted[below + 1] ?? from) - from);
}

/** P10, P50, P90 and mean of a portfolio by Monte Carlo. An empty portfolio is worth nothing. */
export function portfolioRange(
  values: readonly UncertainValue[],
  options: MonteCarloOptions,
): PortfolioRange {
  const totals = drawTotals(values, options);
  let sum = 0;
  for (const total of totals) sum += total;
  totals.sort();
  const money = (amount: number): string => toMoney(exact(amount.toFixed(4)));
  return {
    p10: money(percentile(totals, 0.1)),
    p50: money(percentile(totals, 0.5)),
    p90: money(percentile(totals, 0.9)),
    mean: money(totals.length > 0 ? sum / totals.length : 0),
  };
}
