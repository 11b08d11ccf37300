/**
 * Quantiles of the beta-PERT distribution on [0, 1]. With weight 4 its two shapes always add up to 6, so one
 * number, the position of the mode between low and high, names the whole family: quantiles are computed once
 * on a grid of modes, and a use case blends its two neighbours.
 */
export const QUANTILE_CELLS = 2048;
const MODE_CELLS = 64;
const INTEGRATION_CELLS = 4096;

/** Variance of a beta-PERT range of width 1 whose mode lies at `mode` (0 to 1). */
export function betaPertVariance(mode: number): number {
  const alpha = 1 + 4 * mode;
  return (alpha * (6 - alpha)) / (36 * 7);
}

function quantilesAt(mode: number): Float64Array {
  const left = 4 * mode;
  const right = 4 - left;
  const cumulative = new Float64Array(INTEGRATION_CELLS + 1);
  for (let cell = 0; cell < INTEGRATION_CELLS; cell += 1) {
    const x = (cell + 0.5) / INTEGRATION_CELLS;
    cumulative[cell + 1] = (cumulative[cell] ?? 0) + x ** left * (1 - x) ** right;
  }
  const whole = cumulative[INTEGRATION_CELLS] ?? 1;
  const quantiles = new Float64Array(QUANTILE_CELLS + 1);
  let cell = 0;
  for (let step = 0; step <= QUANTILE_CELLS; step += 1) {
    const wanted = (step / QUANTILE_CELLS) * whole;
    while (cell < INTEGRATION_CELLS - 1 && (cumulative[cell + 1] ?? 0) < wanted) cell += 1;
    const from = cumulative[cell] ?? 0;
    const mass = (cumulative[cell + 1] ?? 0) - from;
    quantiles[step] = (cell + (mass > 0 ? (wanted - from) / mass : 0)) / INTEGRATION_CELLS;
  }
  quantiles[0] = 0;
  quantiles[QUANTILE_CELLS] = 1;
  return quantiles;
}

const grid: (Float64Array | undefined)[] = new Array(MODE_CELLS + 1);

function gridAt(index: number): Float64Array {
  const known = grid[index];
  if (known) return known;
  const made = quantilesAt(index / MODE_CELLS);
  grid[index] = made;
  return made;
}

/**
 * Fills `into` (QUANTILE_CELLS + 1 numbers) with the quantiles, 0 to 1, of the distribution whose mode lies at
 * `mode`; between two cells a straight line is right to about 1e-4 of the range.
 */
export function fillQuantiles(mode: number, into: Float64Array): void {
  const position = Math.min(Math.max(mode, 0), 1) * MODE_CELLS;
  const index = Math.min(Math.floor(position), MODE_CELLS - 1);
  const share = position - index;
  const lower = gridAt(index);
  const upper = gridAt(index + 1);
  for (let step = 0; step <= QUANTILE_CELLS; step += 1) {
    const from = lower[step] as number;
    into[step] = from + share * ((upper[step] as number) - from);
  }
}
