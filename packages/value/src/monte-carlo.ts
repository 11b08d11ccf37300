import { fillQuantiles, QUANTILE_CELLS } from './beta-pert';
import { exact, toMoney } from './money';
import { mixSeeds, seedState } from './random';
import { assertRange, type ValueRange } from './range';

/** One range to draw from, and how likely (0 to 1) it is to be earned at all. */
export interface UncertainValue extends ValueRange {
  probability?: number;
  /**
   * Names its stream of draws, a whole number: the number of a use case. Values of one portfolio differ in it. Its place in
   * the list when it is left out.
   */
  key?: number;
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
 * Totals of a portfolio, one per draw, to which values are added and from which they are taken away again. Each value is
 * drawn from its beta-PERT distribution, or is nothing when the draw says that it is not earned; values are independent.
 *
 * Draws are a Latin hypercube (McKay, Beckman and Conover 1979): a value is taken once from each of as many equally likely
 * slices as there are draws, and which draw gets which slice is a random order of its own for each value, by the seed and
 * its key. So a value costs no more than the draws that earn it.
 *
 * Draws are statistics, but their sums are exact: each is a whole number of cents, which floating point adds without
 * rounding. Totals therefore depend on what is in them, and not on the order in which it came.
 */
export class PortfolioDraws {
  /** In cents. */
  readonly totals: Float64Array;
  readonly #seed: number;
  readonly #order: Int32Array;
  readonly #inOrder: Int32Array;
  readonly #quantiles = new Float64Array(QUANTILE_CELLS + 1);

  constructor({ seed, draws = DEFAULT_DRAWS }: MonteCarloOptions) {
    this.#seed = seed;
    this.totals = new Float64Array(draws);
    this.#inOrder = Int32Array.from({ length: draws }, (_, index) => index);
    this.#order = new Int32Array(draws);
  }

  /** Adds a value. Throws LOW_ABOVE_LIKELY. */
  add(value: UncertainValue, key: number): void {
    this.#change(value, key, 1);
  }

  /** Takes away a value that was added with the same figures and the same key. */
  remove(value: UncertainValue, key: number): void {
    this.#change(value, key, -1);
  }

  #change(value: UncertainValue, key: number, sign: 1 | -1): void {
    assertRange(value);
    const { totals } = this;
    const draws = totals.length;
    const earned = Math.round(Math.min(Math.max(value.probability ?? 1, 0), 1) * draws);
    if (earned === 0) return;
    const low = Number(value.low) * 100;
    const width = Number(value.high) * 100 - low;
    const quantiles = this.#quantiles;
    fillQuantiles(width > 0 ? (Number(value.likely) * 100 - low) / width : 0.5, quantiles);
    const order = this.#order;
    order.set(this.#inOrder);
    let [a, b, c, d] = seedState(mixSeeds(this.#seed, key));
    const scale = QUANTILE_CELLS / earned;
    for (let slice = 0; slice < earned; slice += 1) {
      const sum = (a + d) | 0;
      const bits = (((sum << 7) | (sum >>> 25)) + a) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      // The next of a random order (Fisher and Yates), as far as it is needed.
      const taken = slice + Math.trunc(bits * UNIT * (draws - slice));
      const draw = order[taken] as number;
      order[taken] = order[slice] as number;
      const at = (slice + 0.5) * scale;
      const cell = at | 0;
      const from = quantiles[cell] as number;
      const share = from + (at - cell) * ((quantiles[cell + 1] as number) - from);
      totals[draw] = (totals[draw] as number) + sign * Math.floor(low + width * share + 0.5);
    }
  }
}

/** P10, P50, P90 and mean of totals in cents, one per draw: of `PortfolioDraws`, or of several of them added up. */
export function rangeOfTotals(totals: Float64Array): PortfolioRange {
  const sorted = totals.slice().sort();
  let sum = 0;
  for (const total of sorted) sum += total;
  return {
    p10: money(percentile(sorted, 0.1)),
    p50: money(percentile(sorted, 0.5)),
    p90: money(percentile(sorted, 0.9)),
    mean: money(sorted.length > 0 ? sum / sorted.length : 0),
  };
}

/** Totals of a portfolio, one per draw. */
export function drawTotals(values: readonly UncertainValue[], options: MonteCarloOptions): Float64Array {
  return drawn(values, options).totals.map((cents) => cents / 100);
}

/** P10, P50, P90 and mean of a portfolio by Monte Carlo. An empty portfolio is worth nothing. */
export function portfolioRange(
  values: readonly UncertainValue[],
  options: MonteCarloOptions,
): PortfolioRange {
  return rangeOfTotals(drawn(values, options).totals);
}

function drawn(values: readonly UncertainValue[], options: MonteCarloOptions): PortfolioDraws {
  const draws = new PortfolioDraws(options);
  values.forEach((value, index) => {
    draws.add(value, value.key ?? index);
  });
  return draws;
}

function percentile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const from = sorted[below] ?? 0;
  return from + (at - below) * ((sorted[below + 1] ?? from) - from);
}

const money = (cents: number): string => toMoney(exact(cents.toFixed(2)).div(100));
