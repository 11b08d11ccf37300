import { type Forecast, forecastFor } from './forecast';
import type { KpiTerms } from './kpi';
import { exact, sumMoney } from './money';
import { gapsIn, type Period, realisedOver, type Sample } from './realised';

/** A KPI that is worth money. */
export interface ValuedKpi {
  terms: KpiTerms;
  samples: readonly Sample[];
}

/** What was foreseen and what was realised in the time that was measured. */
export interface Outcome {
  forecast: string;
  realised: string;
  /** Length of that time. */
  days: number;
}

export interface Accuracy extends Outcome {
  /** How many use cases it is of. */
  useCases: number;
  /** Realised ÷ forecast, four decimals: 1 is as foreseen. Null when nothing was foreseen. */
  ratio: string | null;
  /** Σ |realised − forecast| ÷ Σ |forecast| of the use cases, four decimals: 0 is as foreseen for each. */
  error: string | null;
}

const DAY = 86_400_000;
const DECIMALS = 4;

const lengthOf = (periods: readonly Period[]): number =>
  periods.reduce((sum, { from, to }) => sum + Math.max(0, to.getTime() - from.getTime()), 0);

/** A period without the gaps that lie in it, in order. */
function without({ from, to }: Period, gaps: readonly Period[]): Period[] {
  const parts: Period[] = [];
  let begin = from;
  for (const gap of gaps) {
    if (gap.from > begin) parts.push({ from: begin, to: gap.from });
    begin = gap.to;
  }
  if (begin < to) parts.push({ from: begin, to });
  return parts;
}

/** The parts of some periods for which every KPI has a sample that speaks; none without a KPI. */
export function measuredPeriods(kpis: readonly ValuedKpi[], periods: readonly Period[]): Period[] {
  if (kpis.length === 0) return [];
  return kpis.reduce<Period[]>(
    (measured, { samples }) => measured.flatMap((period) => without(period, gapsIn(samples, period))),
    [...periods],
  );
}

/**
 * What an estimate foresaw and what the KPIs have realised over the same time: that part of the periods in production
 * for which all of them speak. So both weigh by time, and what was not measured speaks neither for nor against.
 */
export function outcomeOf(
  forecast: Forecast,
  kpis: readonly ValuedKpi[],
  periods: readonly Period[],
): Outcome {
  const measured = measuredPeriods(kpis, periods);
  return {
    forecast: sumMoney(measured.map((period) => forecastFor(forecast, period))),
    realised: sumMoney(kpis.map(({ samples, terms }) => realisedOver(samples, terms, measured).amount)),
    days: lengthOf(measured) / DAY,
  };
}

/** How near the forecasts of a group of use cases came: each weighs by what was foreseen of it. */
export function forecastAccuracy(outcomes: readonly Outcome[]): Accuracy {
  const forecast = sumMoney(outcomes.map((outcome) => outcome.forecast));
  const realised = sumMoney(outcomes.map((outcome) => outcome.realised));
  const missed = outcomes.map((outcome) => exact(outcome.realised).minus(outcome.forecast).abs());
  const foreseen = exact(sumMoney(outcomes.map((outcome) => exact(outcome.forecast).abs())));
  const share = (amount: string, whole: string): string | null =>
    exact(whole).isZero() ? null : exact(amount).div(whole).toDecimalPlaces(DECIMALS).toFixed(DECIMALS);
  return {
    useCases: outcomes.length,
    days: outcomes.reduce((sum, outcome) => sum + outcome.days, 0),
    forecast,
    realised,
    ratio: share(realised, forecast),
    error: share(sumMoney(missed), foreseen.toFixed(2)),
  };
}
