import { BASE_CURRENCY } from '@jalon/contracts';
import {
  cashFlow,
  exact,
  netPresentValue,
  paybackMonths,
  pertMean,
  rangeFault,
  returnOnInvestment,
  valueOfTarget,
} from '@jalon/value';
import type { EstimateFields, KpiFields } from './new-use-case-form';

export interface ValuePreview {
  low: string;
  likely: string;
  high: string;
  expected: string;
  currency: string;
  netPresentValue: string;
  paybackMonths: number | null;
  returnOnInvestment: string | null;
  years: { year: number; net: string }[];
}

const NUMBER = /^-?\d+(\.\d+)?$/;
const isNumber = (text: unknown): text is string => typeof text === 'string' && NUMBER.test(text);
const isWhole = (value: unknown): value is number => Number.isInteger(value);

/** What a range comes to while it is being typed; null until its figures can be read and are in order. */
export function previewValue(estimate: Partial<EstimateFields>, discountRate: string): ValuePreview | null {
  const { low, likely, high, rampUpMonths, horizonYears, oneOffCost = '0', yearlyRunCost = '0' } = estimate;
  if (!isNumber(low) || !isNumber(likely) || !isNumber(high)) return null;
  if (rangeFault({ low, likely, high })) return null;
  const expected = pertMean({ low, likely, high });
  const plan = { rampUpMonths, horizonYears, oneOffCost, yearlyRunCost };
  if (!isWhole(plan.rampUpMonths) || plan.rampUpMonths < 0 || plan.rampUpMonths > 60) return null;
  if (!isWhole(plan.horizonYears) || plan.horizonYears < 1 || plan.horizonYears > 20) return null;
  if (!isNumber(oneOffCost) || !isNumber(yearlyRunCost)) return null;
  if (exact(oneOffCost).isNegative() || exact(yearlyRunCost).isNegative()) return null;
  const investment = {
    yearlyBenefit: expected,
    rampUpMonths: plan.rampUpMonths,
    horizonYears: plan.horizonYears,
    oneOffCost,
    yearlyRunCost,
  };
  return {
    low,
    likely,
    high,
    expected,
    currency: estimate.currency ?? BASE_CURRENCY,
    netPresentValue: netPresentValue(investment, discountRate),
    paybackMonths: paybackMonths(investment),
    returnOnInvestment: returnOnInvestment(investment),
    years: cashFlow(investment),
  };
}

/** What a year at the target is worth while the KPI is being typed; null until its figures can be read. */
export function previewTarget(kpi: Partial<KpiFields>): string | null {
  const { baseline, target, valuePerUnit, attribution = '1', direction } = kpi;
  if (!isNumber(baseline) || !isNumber(target) || !isNumber(valuePerUnit) || !isNumber(attribution))
    return null;
  if (!direction) return null;
  return valueOfTarget(target, { baseline, direction, valuePerUnit, attribution });
}
