import { type KpiTerms, SAMPLE_HOLD_DAYS } from './kpi';
import { MeasuredTime, type RealisedValue, realisedValue, type Sample } from './realised';

const DAY = 86_400_000;

/** What a KPI has earned until a moment. */
export type RunningValue = (to: Date) => Pick<RealisedValue, 'amount' | 'covered'>;

/**
 * Realised value of one KPI from `from` until a moment that moves: what `realisedValue` gives for that period, to the cent,
 * without going through all samples again. Only what the last of them has added since is computed.
 * @param samples oldest first
 */
export function runningValue(samples: readonly Sample[], terms: KpiTerms, from: Date): RunningValue {
  const begin = from.getTime();
  const last = samples.at(-1);
  const fixed = new MeasuredTime();
  let measured = 0;
  samples.forEach((sample, index) => {
    const next = samples[index + 1]?.at.getTime();
    if (next === undefined) return;
    const start = Math.max(sample.at.getTime(), begin);
    const end = Math.min(next, sample.at.getTime() + SAMPLE_HOLD_DAYS * DAY);
    if (end <= start) return;
    fixed.add(sample.value, start, end);
    measured += end - start;
  });
  return (to) => {
    const until = to.getTime();
    if (until <= begin || (last && last.at > to)) return realisedValue(samples, terms, { from, to });
    const start = last ? Math.max(last.at.getTime(), begin) : until;
    const end = last ? Math.min(last.at.getTime() + SAMPLE_HOLD_DAYS * DAY, until) : until;
    const added = last && end > start ? end - start : 0;
    const time = fixed.copy();
    if (last && added > 0) time.add(last.value, start, end);
    return {
      amount: time.worth(terms),
      covered: (measured + added) / (until - begin),
    };
  };
}
