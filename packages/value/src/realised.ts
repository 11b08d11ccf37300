import { type KpiTerms, SAMPLE_HOLD_DAYS } from './kpi';
import { type DecimalInput, type Exact, exact, sumMoney, toMoney, ZERO } from './money';

export interface Sample {
  at: Date;
  value: DecimalInput;
}

/** Half-open: from is in, to is out. */
export interface Period {
  from: Date;
  to: Date;
}

export interface RealisedValue {
  /** What the measured part of the period was worth. */
  amount: string;
  /** Share of the period (0 to 1) that a sample speaks for. */
  covered: number;
  /** Where no sample speaks: counted as nothing and shown, never filled in. */
  gaps: Period[];
}

const DAY = 86_400_000;

/**
 * What a measure came to over time: Σ improvement × years, where each calendar year counts as one, leap or not. Sums are of
 * whole milliseconds and are divided once for each length of a year: a division for each sample would be most of the work.
 */
export class MeasuredTime {
  /** By the length of the year in ms. */
  readonly #parts = new Map<number, { weighted: Exact; ms: number }>();
  /** The calendar year (UTC) that was looked at last: samples come in order. */
  #year = { from: 0, to: 0 };

  /** Adds that the measure was `value` from one instant to another. */
  add(value: DecimalInput, from: number, to: number): void {
    const measure = exact(value);
    for (let at = from; at < to; ) {
      if (at < this.#year.from || at >= this.#year.to) this.#year = yearOf(at);
      const length = this.#year.to - this.#year.from;
      const until = Math.min(this.#year.to, to);
      const part = this.#parts.get(length) ?? { weighted: ZERO, ms: 0 };
      part.weighted = part.weighted.plus(measure.times(until - at));
      part.ms += until - at;
      this.#parts.set(length, part);
      at = until;
    }
  }

  /** The same time, to which more can be added. */
  copy(): MeasuredTime {
    const copy = new MeasuredTime();
    for (const [length, part] of this.#parts) copy.#parts.set(length, { ...part });
    return copy;
  }

  /** What it was worth. */
  worth({ baseline, direction, valuePerUnit, attribution }: KpiTerms): string {
    let years = ZERO;
    for (const [length, { weighted, ms }] of this.#parts)
      years = years.plus(weighted.minus(exact(baseline).times(ms)).div(length));
    const better = direction === 'HIGHER_IS_BETTER' ? years : years.neg();
    return toMoney(better.times(valuePerUnit).times(attribution));
  }
}

function yearOf(at: number): { from: number; to: number } {
  const year = new Date(at).getUTCFullYear();
  return { from: Date.UTC(year, 0, 1), to: Date.UTC(year + 1, 0, 1) };
}

/** A time in which a sample speaks, in ms. */
interface Spoken {
  sample: Sample;
  begin: number;
  end: number;
}

/** Which sample speaks when in a period, in order: from its own time until the next one, for no longer than `holdDays`. */
function spokenIn(samples: readonly Sample[], period: Period, holdDays: number): Spoken[] {
  const from = period.from.getTime();
  const to = period.to.getTime();
  const ordered = [...samples].sort((left, right) => left.at.getTime() - right.at.getTime());
  return ordered.flatMap((sample, index) => {
    const next = ordered[index + 1]?.at.getTime() ?? Number.POSITIVE_INFINITY;
    const begin = Math.max(sample.at.getTime(), from);
    const end = Math.min(next, sample.at.getTime() + holdDays * DAY, to);
    return end > begin ? [{ sample, begin, end }] : [];
  });
}

function gapsBetween(spoken: readonly Spoken[], { from, to }: Period): Period[] {
  const gaps: Period[] = [];
  let until = from.getTime();
  for (const { begin, end } of spoken) {
    if (begin > until) gaps.push({ from: new Date(until), to: new Date(begin) });
    until = end;
  }
  if (until < to.getTime()) gaps.push({ from: new Date(until), to });
  return gaps;
}

/** Where in a period no sample speaks. */
export function gapsIn(
  samples: readonly Sample[],
  period: Period,
  holdDays: number = SAMPLE_HOLD_DAYS,
): Period[] {
  return gapsBetween(spokenIn(samples, period, holdDays), period);
}

/**
 * Realised value of one KPI in a period: (value − baseline) × direction × value per unit × attribution, weighted
 * by time. A sample speaks from its own time until the next one, and for no longer than `holdDays`.
 */
export function realisedValue(
  samples: readonly Sample[],
  terms: KpiTerms,
  period: Period,
  holdDays: number = SAMPLE_HOLD_DAYS,
): RealisedValue {
  const length = period.to.getTime() - period.from.getTime();
  if (length <= 0) return { amount: toMoney(0), covered: 0, gaps: [] };
  const spoken = spokenIn(samples, period, holdDays);
  const time = new MeasuredTime();
  let measured = 0;
  for (const { sample, begin, end } of spoken) {
    time.add(sample.value, begin, end);
    measured += end - begin;
  }
  return { amount: time.worth(terms), covered: measured / length, gaps: gapsBetween(spoken, period) };
}

/**
 * Realised value over several periods that do not overlap, such as the stays of a use case in production: the sum of
 * theirs, each rounded to the cent; `covered` is the measured share of all of them together.
 */
export function realisedOver(
  samples: readonly Sample[],
  terms: KpiTerms,
  periods: readonly Period[],
  holdDays: number = SAMPLE_HOLD_DAYS,
): RealisedValue {
  const parts = periods.map((period) => {
    const length = Math.max(0, period.to.getTime() - period.from.getTime());
    return { ...realisedValue(samples, terms, period, holdDays), length };
  });
  const whole = parts.reduce((sum, { length }) => sum + length, 0);
  const measured = parts.reduce((sum, { covered, length }) => sum + covered * length, 0);
  return {
    amount: sumMoney(parts.map(({ amount }) => amount)),
    covered: whole > 0 ? measured / whole : 0,
    gaps: parts.flatMap(({ gaps }) => gaps),
  };
}
