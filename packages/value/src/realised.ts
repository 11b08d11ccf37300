import { improvement, type KpiTerms, SAMPLE_HOLD_DAYS } from './kpi';
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

/** Years between two instants; each calendar year counts as one, leap or not. */
export function yearsBetween(from: number, to: number): Exact {
  let years = ZERO;
  for (let at = from; at < to; ) {
    const year = new Date(at).getUTCFullYear();
    const begin = Date.UTC(year, 0, 1);
    const end = Date.UTC(year + 1, 0, 1);
    const until = Math.min(end, to);
    years = years.plus(exact(until - at).div(end - begin));
    at = until;
  }
  return years;
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
  const from = period.from.getTime();
  const to = period.to.getTime();
  if (to <= from) return { amount: toMoney(0), covered: 0, gaps: [] };
  const ordered = [...samples].sort((left, right) => left.at.getTime() - right.at.getTime());
  const gaps: Period[] = [];
  let weighted = ZERO;
  let spoken = from;
  let measured = 0;
  ordered.forEach((sample, index) => {
    const next = ordered[index + 1]?.at.getTime() ?? Number.POSITIVE_INFINITY;
    const begin = Math.max(sample.at.getTime(), from);
    const end = Math.min(next, sample.at.getTime() + holdDays * DAY, to);
    if (end <= begin) return;
    if (begin > spoken) gaps.push({ from: new Date(spoken), to: new Date(begin) });
    weighted = weighted.plus(
      improvement(sample.value, terms.baseline, terms.direction).times(yearsBetween(begin, end)),
    );
    measured += end - begin;
    spoken = end;
  });
  if (spoken < to) gaps.push({ from: new Date(spoken), to: new Date(to) });
  const amount = toMoney(weighted.times(terms.valuePerUnit).times(terms.attribution));
  return { amount, covered: measured / (to - from), gaps };
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
