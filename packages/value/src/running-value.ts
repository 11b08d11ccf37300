import { type KpiTerms, SAMPLE_HOLD_DAYS } from './kpi';
import { MeasuredTime, type RealisedValue, type Sample } from './realised';

const DAY = 86_400_000;

/** What a KPI has earned until a moment; null before its last sample, where `realisedValue` is to be asked. */
export type RunningValue = (to: Date) => Pick<RealisedValue, 'amount' | 'covered'> | null;

/**
 * Realised value of one KPI from `from` until a moment that moves: what `realisedValue` gives for that period, to the cent,
 * without going through all samples again. Only what the last of them has added since is computed, and no other is kept.
 * @param samples oldest first
 */
export function runningValue(samples: readonly Sample[], terms: KpiTerms, from: Date): RunningValue {
  return runningFrom(samples.at(-1), terms, from.getTime(), measuredUntilLast(samples, from.getTime()));
}

interface Measured {
  time: MeasuredTime;
  ms: number;
}

/** What all samples but the last have measured. */
function measuredUntilLast(samples: readonly Sample[], begin: number): Measured {
  const measured = { time: new MeasuredTime(), ms: 0 };
  samples.forEach((sample, index) => {
    const next = samples[index + 1]?.at.getTime();
    if (next === undefined) return;
    const start = Math.max(sample.at.getTime(), begin);
    const end = Math.min(next, heldUntil(sample));
    if (end <= start) return;
    measured.time.add(sample.value, start, end);
    measured.ms += end - start;
  });
  return measured;
}

const heldUntil = ({ at }: Sample): number => at.getTime() + SAMPLE_HOLD_DAYS * DAY;

function runningFrom(
  last: Sample | undefined,
  terms: KpiTerms,
  begin: number,
  { time: before, ms }: Measured,
): RunningValue {
  return (to) => {
    const until = to.getTime();
    if (until <= begin || (last && last.at > to)) return null;
    const start = last ? Math.max(last.at.getTime(), begin) : until;
    const end = last ? Math.min(heldUntil(last), until) : until;
    const added = last && end > start ? end - start : 0;
    const time = before.copy();
    if (last && added > 0) time.add(last.value, start, end);
    return { amount: time.worth(terms), covered: (ms + added) / (until - begin) };
  };
}
