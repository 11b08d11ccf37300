/** Gaps that are looked at: a rhythm that has changed is followed. */
const GAPS = 12;
/** A gap of one and a half times the rhythm is one in which a value is missing. */
const SLACK = 1.5;
/** More than this are said in figures, not drawn. */
const MISSING_MAX = 400;

/** The rhythm in which a KPI is measured, in milliseconds: the median of its last gaps; null below three samples. */
export function cadenceOf(moments: readonly Date[]): number | null {
  const times = moments.map((at) => at.getTime()).sort((left, right) => left - right);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const last = gaps.slice(-GAPS).sort((left, right) => left - right);
  const middle = last[Math.floor((last.length - 1) / 2)];
  return last.length < 2 || !middle ? null : middle;
}

/**
 * When values were to be expected by the rhythm and are not there, oldest first: spread evenly over a gap, and after
 * the last sample until `now`. Empty without a rhythm. At most 400.
 */
export function missingSamples(moments: readonly Date[], now: Date): Date[] {
  const cadence = cadenceOf(moments);
  if (cadence === null) return [];
  const times = moments.map((at) => at.getTime()).sort((left, right) => left - right);
  const missing: Date[] = [];
  times.forEach((at, index) => {
    const next = times[index + 1];
    const gap = (next ?? now.getTime()) - at;
    if (gap < SLACK * cadence) return;
    // Before the next sample one fewer than there are steps; after the last, those that half a step has passed.
    const count =
      next === undefined ? Math.floor(gap / cadence - (SLACK - 1)) : Math.round(gap / cadence) - 1;
    const step = next === undefined ? cadence : gap / (count + 1);
    for (let place = 1; place <= count && missing.length < MISSING_MAX; place += 1) {
      missing.push(new Date(at + place * step));
    }
  });
  return missing;
}

/** True for a sample that became known later than one step of the rhythm after it was measured. */
export function isLate(sample: { at: Date; recordedAt: Date }, cadence: number | null): boolean {
  return cadence !== null && sample.recordedAt.getTime() - sample.at.getTime() > cadence;
}
