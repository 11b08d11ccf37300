import { portfolioRange } from '@jalon/value';
import { median } from '../lib/median';

const ROUNDS = 15;
const USE_CASES = 1_000;
const DRAWS = 10_000;

/** Milliseconds of one Monte Carlo of 1,000 use cases with ranges of their own and 10,000 draws, after a warm-up; all rounds. */
export function timeMonteCarlo(): { median: number; all: number[] } {
  const values = Array.from({ length: USE_CASES }, (_, n) => ({
    low: 10_000 + ((n * 7919) % 90_000),
    likely: 110_000 + ((n * 104_729) % 300_000),
    high: 450_000 + ((n * 1_299_709) % 2_000_000),
    probability: [0.1, 0.25, 0.5, 0.8, 1][n % 5],
  }));
  const once = (seed: number): number => {
    const begun = performance.now();
    portfolioRange(values, { seed, draws: DRAWS });
    return performance.now() - begun;
  };
  for (let round = 0; round < 3; round += 1) once(round);
  const all = Array.from({ length: ROUNDS }, (_, round) => once(round));
  return { median: median(all), all };
}
