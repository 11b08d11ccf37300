import { z } from 'zod';
import { compareDecimals, costSchema, moneySchema } from './decimal';
import { CONFIDENCES, type Confidence, CURRENCIES, type StageKey } from './enums';

export const HORIZON_YEARS_MAX = 20;
export const RAMP_UP_MONTHS_MAX = 60;

/** EBITDA a year at full run rate, and what it takes to get there. */
export const estimateFields = {
  low: moneySchema,
  likely: moneySchema,
  high: moneySchema,
  currency: z.enum(CURRENCIES).default('EUR'),
  rampUpMonths: z.int('Whole months').min(0, 'Zero months or more').max(RAMP_UP_MONTHS_MAX),
  startDate: z.iso.date('Write a date as year-month-day'),
  horizonYears: z
    .int('Whole years')
    .min(1, 'The horizon is at least one year')
    .max(HORIZON_YEARS_MAX, 'The horizon is at most twenty years'),
  oneOffCost: costSchema.default('0'),
  yearlyRunCost: costSchema.default('0'),
  confidence: z.enum(CONFIDENCES).default('MEDIUM'),
  method: z.string().trim().max(200).default(''),
  assumptions: z.string().trim().max(5000).default(''),
};
export const estimateSchema = z.object(estimateFields);
export type EstimateInput = z.infer<typeof estimateSchema>;

/**
 * The same fields with low ≤ likely ≤ high checked in place: for a form. The API leaves that check to the
 * domain, which answers LOW_ABOVE_LIKELY.
 */
export const estimateFormSchema = estimateSchema.superRefine((estimate, context) => {
  if (compareDecimals(estimate.low, estimate.likely) > 0) {
    context.addIssue({
      code: 'custom',
      path: ['low'],
      params: { key: 'lowAboveLikely' },
      message: 'The low figure is above the likely one',
    });
  }
  if (compareDecimals(estimate.high, estimate.likely) < 0) {
    context.addIssue({
      code: 'custom',
      path: ['high'],
      params: { key: 'highBelowLikely' },
      message: 'The high figure is below the likely one',
    });
  }
});

export const addEstimateInputSchema = z.object({ useCaseId: z.uuid(), estimate: estimateSchema });
export type AddEstimateInput = z.infer<typeof addEstimateInputSchema>;

/** What an estimate comes to. Money as strings; the inputs beside each figure stand in the estimate itself. */
export interface EstimateValue {
  expected: string;
  spread: string;
  /** Probability of reaching production from the use case's stage, and the expected value times it. */
  reachProbability: string;
  riskAdjusted: string;
  discountRate: string;
  netPresentValue: string;
  /** Null when it does not pay back within the horizon. */
  paybackMonths: number | null;
  /** Ratio: 1.5 is 150 %. Null when nothing is spent. */
  returnOnInvestment: string | null;
  cashFlow: { year: number; benefit: string; cost: string; net: string }[];
}

export interface EstimateView {
  id: string;
  stage: StageKey;
  low: string;
  likely: string;
  high: string;
  currency: string;
  rampUpMonths: number;
  startDate: string;
  horizonYears: number;
  oneOffCost: string;
  yearlyRunCost: string;
  confidence: Confidence;
  method: string;
  assumptions: string;
  author: string;
  createdAt: Date;
  value: EstimateValue;
}

/** The range as lists show it. */
export interface RangeView {
  low: string;
  likely: string;
  high: string;
  expected: string;
  currency: string;
}
