import type { KpiDirection, KpiState } from '@jalon/contracts';
import { type DecimalInput, type Exact, exact, toMoney } from './money';

/** What turns a measure into money. */
export interface KpiTerms {
  baseline: DecimalInput;
  direction: KpiDirection;
  /** Currency per unit of improvement per year. */
  valuePerUnit: DecimalInput;
  /** Share (0 to 1) of the improvement that this use case may claim. */
  attribution: DecimalInput;
}

/** How much better than the baseline, in the KPI's unit; negative is worse. */
export function improvement(value: DecimalInput, baseline: DecimalInput, direction: KpiDirection): Exact {
  const change = exact(value).minus(baseline);
  return direction === 'HIGHER_IS_BETTER' ? change : change.neg();
}

/** What a year at `value` is worth against the baseline. */
export function yearlyValueAt(value: DecimalInput, terms: KpiTerms): string {
  return toMoney(
    improvement(value, terms.baseline, terms.direction).times(terms.valuePerUnit).times(terms.attribution),
  );
}

/** What a year at the target is worth: (target − baseline) × direction × value per unit × attribution. */
export function valueOfTarget(target: DecimalInput, terms: KpiTerms): string {
  return yearlyValueAt(target, terms);
}

export interface KpiJudgement {
  direction: KpiDirection;
  target: DecimalInput;
  /** Absolute, in the KPI's unit. */
  tolerance: DecimalInput;
}

/** A day's grace over a month with 31 days and a long weekend. */
export const SAMPLE_HOLD_DAYS = 35;
const DAY = 86_400_000;

/** Where a KPI stands now: by its last sample, unless that is too old to speak for today. */
export function kpiState(
  kpi: KpiJudgement,
  last: { at: Date; value: DecimalInput } | null,
  now: Date,
): KpiState {
  if (!last) return 'NO_SAMPLES';
  if (now.getTime() - last.at.getTime() > SAMPLE_HOLD_DAYS * DAY) return 'LATE';
  const reached = improvement(last.value, kpi.target, kpi.direction).plus(kpi.tolerance).gte(0);
  return reached ? 'ON_TARGET' : 'OFF_TARGET';
}
