import type { createUseCaseFormSchema } from '@jalon/contracts';
import type { z } from 'zod';

export type NewUseCaseInput = z.input<typeof createUseCaseFormSchema>;
export type EstimateFields = NonNullable<NewUseCaseInput['estimate']>;
export type KpiFields = NonNullable<NewUseCaseInput['kpi']>;

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** An estimate with nothing in it but what is usual. */
export function emptyEstimate(today: Date): EstimateFields {
  return {
    low: '',
    likely: '',
    high: '',
    currency: 'EUR',
    rampUpMonths: 12,
    startDate: isoDay(today),
    horizonYears: 3,
    oneOffCost: '0',
    yearlyRunCost: '0',
    confidence: 'MEDIUM',
    method: '',
    assumptions: '',
  };
}

export const EMPTY_KPI: KpiFields = {
  name: '',
  unit: '',
  direction: 'LOWER_IS_BETTER',
  baseline: '',
  baselineWindow: '',
  target: '',
  targetDate: null,
  tolerance: '0',
  valuePerUnit: null,
  currency: 'EUR',
  attribution: '1',
  source: 'MANUAL',
  assumptions: '',
};

export function emptyUseCase(today: Date): NewUseCaseInput {
  return {
    title: '',
    problemStatement: '',
    expectedOutcome: '',
    businessUnit: '',
    initiative: '',
    sponsor: '',
    benefitType: 'COST_REDUCTION',
    feasibility: 3,
    risk: 3,
    tags: [],
    ownerId: undefined,
    contributorIds: [],
    estimate: emptyEstimate(today),
    kpi: EMPTY_KPI,
  };
}

/** A group that was not begun is left out: a range without figures, a KPI without name and figures. */
export function withoutEmptyGroups(values: NewUseCaseInput): unknown {
  const { estimate, kpi } = values;
  const noRange = !estimate?.low && !estimate?.likely && !estimate?.high;
  const noKpi = !kpi?.name && !kpi?.baseline && !kpi?.target;
  return { ...values, estimate: noRange ? null : estimate, kpi: noKpi ? null : kpi };
}
