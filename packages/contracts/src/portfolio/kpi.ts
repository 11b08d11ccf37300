import { z } from 'zod';
import { compareDecimals, measureSchema, moneySchema } from './decimal';
import { BASE_CURRENCY, KPI_DIRECTIONS, KPI_SOURCES, type KpiDirection, type KpiSource } from './enums';

export const KPI_STATES = ['ON_TARGET', 'OFF_TARGET', 'LATE', 'NO_SAMPLES'] as const;
export type KpiState = (typeof KPI_STATES)[number];

const SHARE = /^(0(\.\d{1,4})?|1(\.0{1,4})?)$/;
const shareSchema = z
  .string()
  .trim()
  .refine((value) => SHARE.test(value), {
    message: 'A share lies between 0 and 1, such as 0.8',
    params: { key: 'share' },
  });

export const kpiFields = {
  name: z.string().trim().min(2, 'At least two characters').max(120, 'At most 120 characters'),
  /** What a job reports under; made from the name when left out. */
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Lower case letters, digits and dashes')
    .max(60)
    .optional(),
  unit: z.string().trim().max(20, 'At most 20 characters').default(''),
  direction: z.enum(KPI_DIRECTIONS),
  baseline: measureSchema,
  baselineWindow: z.string().trim().max(200).default(''),
  target: measureSchema,
  targetDate: z.iso.date('Write a date as year-month-day').nullable().default(null),
  tolerance: measureSchema
    .refine((value) => !value.startsWith('-'), {
      message: 'A tolerance cannot be negative',
      params: { key: 'negativeTolerance' },
    })
    .default('0'),
  valuePerUnit: moneySchema.nullable().default(null),
  /** What KPIs earn is added up month by month, so their money is in the base currency. */
  currency: z.literal(BASE_CURRENCY).default(BASE_CURRENCY),
  attribution: shareSchema.default('1'),
  source: z.enum(KPI_SOURCES).default('MANUAL'),
  assumptions: z.string().trim().max(5000).default(''),
};

type Aim = { direction: KpiDirection; baseline: string; target: string };

/** A target that is not better than the baseline is a slip of the pen: the direction or a figure is wrong. */
function refineAim(kpi: Aim, context: z.RefinementCtx): void {
  const order = compareDecimals(kpi.target, kpi.baseline);
  const better = kpi.direction === 'HIGHER_IS_BETTER' ? order > 0 : order < 0;
  if (better || Number.isNaN(order)) return;
  context.addIssue({
    code: 'custom',
    path: ['target'],
    params: { key: 'targetNotBetter' },
    message: 'The target is not better than the baseline. Check the direction and the two figures',
  });
}

export const kpiSchema = z.object(kpiFields).superRefine(refineAim);
export type KpiInput = z.infer<typeof kpiSchema>;

export const createKpiInputSchema = z.object({ useCaseId: z.uuid(), kpi: kpiSchema });
export type CreateKpiInput = z.infer<typeof createKpiInputSchema>;

/** An edit names the version it was made on, so that nobody overwrites what they have not seen. */
export const updateKpiInputSchema = z.object({
  kpiId: z.uuid(),
  version: z.number().int().positive(),
  kpi: kpiSchema,
});
export type UpdateKpiInput = z.infer<typeof updateKpiInputSchema>;

export const addKpiSampleInputSchema = z.object({
  kpiId: z.uuid(),
  at: z.coerce.date(),
  value: measureSchema,
});
export type AddKpiSampleInput = z.infer<typeof addKpiSampleInputSchema>;

export const correctSampleInputSchema = z.object({
  /** A whole number, as text. */
  sampleId: z.string().regex(/^\d{1,18}$/),
  /** The value that was on the page; another one by now answers STALE_VERSION. */
  was: measureSchema,
  value: measureSchema,
  reason: z.string().trim().min(3, 'At least three characters').max(500, 'At most 500 characters'),
});
export type CorrectSampleInput = z.infer<typeof correctSampleInputSchema>;

export interface KpiSampleView {
  id: string;
  at: Date;
  value: string;
  source: KpiSource;
  /** The run that measured it, when a job did. */
  runId: string | null;
  /** When Jalon learned it. */
  recordedAt: Date;
  /** It had another value before. */
  corrected: boolean;
}

export interface KpiView {
  id: string;
  key: string;
  name: string;
  unit: string;
  direction: KpiDirection;
  baseline: string;
  baselineWindow: string;
  target: string;
  targetDate: string | null;
  tolerance: string;
  valuePerUnit: string | null;
  currency: string;
  attribution: string;
  source: KpiSource;
  assumptions: string;
  version: number;
  state: KpiState;
  /** Oldest first. */
  samples: KpiSampleView[];
  last: KpiSampleView | null;
  /** What a year at the target, and a year at the last value, is worth; null without a value per unit. */
  valueOfTarget: string | null;
  valueAtLast: string | null;
  /** What this calendar year was worth so far, with the share of it that samples speak for. */
  realised: { amount: string; covered: number; gaps: { from: Date; to: Date }[] } | null;
}

/** A KPI in one line, for cards and lists. */
export interface KpiSummary {
  id: string;
  key: string;
  name: string;
  unit: string;
  direction: KpiDirection;
  baseline: string;
  target: string;
  state: KpiState;
  last: { at: Date; value: string } | null;
}
