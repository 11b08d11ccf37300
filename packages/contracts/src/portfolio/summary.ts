import { z } from 'zod';
import { BENEFIT_TYPES, type StageKey } from './enums';
import type { StageView } from './reference';
import { tagSchema } from './use-case';

export const portfolioFilterSchema = z.object({
  businessUnitIds: z.array(z.uuid()).max(100).default([]),
  initiativeIds: z.array(z.uuid()).max(100).default([]),
  ownerIds: z.array(z.uuid()).max(100).default([]),
  benefitType: z.enum(BENEFIT_TYPES).optional(),
  tag: tagSchema.optional(),
});
export type PortfolioFilter = z.infer<typeof portfolioFilterSchema>;

/**
 * A moment that has passed: a day means its end, in UTC; a time means itself. What the portfolio was then is told as it
 * was recorded then, whatever was edited since.
 */
export const asOfSchema = z.union([z.iso.date(), z.iso.datetime()], {
  error: 'Write a day as year-month-day, such as 2026-09-30',
});

export const portfolioSummaryInputSchema = portfolioFilterSchema.extend({ asOf: asOfSchema.optional() });
export type PortfolioSummaryInput = z.infer<typeof portfolioSummaryInputSchema>;

/** One year in ten below p10, one in ten above p90. */
export interface Band {
  p10: string;
  p50: string;
  p90: string;
}

export interface ValueGroup {
  count: number;
  /** Sum of the PERT means. */
  expected: string;
  /** Each mean × its probability of reaching production; equals `expected` in production. */
  riskAdjusted: string;
  band: Band;
}

export interface FunnelStage extends ValueGroup {
  stage: StageView;
  onHold: number;
}

export interface MatrixPoint {
  id: string;
  number: number;
  title: string;
  /** One of those of the funnel. */
  stage: StageKey;
  feasibility: number;
  risk: number;
  likely: string;
}

export const NEED_KINDS = [
  'GATE_READY',
  'KPI_OFF_TARGET',
  'KPI_LATE',
  'KPI_NO_SAMPLES',
  'NO_ESTIMATE',
  'VALUE_OVERDUE',
  'VALUE_TO_VERIFY',
  'VALUE_DISPUTED',
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** Something that waits for the reader. */
export interface Need {
  kind: NeedKind;
  useCase: { id: string; number: number; title: string };
  /** The stage a ready gate leads to. */
  stage?: StageView;
  kpi?: { name: string; unit: string; value: string | null; target: string; at: Date | null };
  /** Months whose value waits for finance, or that finance disputes. `oldest` is 2026-05, `due` a day. */
  months?: { count: number; oldest: string; due: string };
}

export interface PortfolioSummary {
  /** The moment that it speaks of. */
  asOf: Date;
  currency: string;
  draws: number;
  production: ValueGroup;
  pipeline: ValueGroup;
  realised: {
    year: number;
    /** Computed from KPI samples; what finance has confirmed is kept apart. */
    computed: string;
    /** Share of the time in production that samples speak for; null without any KPI to speak of. */
    covered: number | null;
    months: { month: string; computed: string }[];
    kpis: number;
  };
  /** What finance has confirmed of this calendar year, beside `realised` and never mixed with it. */
  verified: {
    confirmed: string;
    months: { month: string; confirmed: string }[];
    /** Finished months of this year in production on which finance has not spoken. */
    awaiting: number;
  };
  funnel: FunnelStage[];
  /** Of very many, those that are worth most. */
  matrix: MatrixPoint[];
  /** How many there are. */
  matrixTotal: number;
  /** Nothing for a moment that has passed: what waits, waits now. */
  needs: Need[];
  /** Of each kind only the first are listed; so many wait in all. */
  needsTotal: number;
  total: number;
}
