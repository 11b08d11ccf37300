import { z } from 'zod';
import { moneySchema } from './decimal';
import {
  BENEFIT_TYPES,
  type BenefitType,
  STAGE_KEYS,
  USE_CASE_SORTS,
  USE_CASE_STATUSES,
  type UseCaseStatus,
} from './enums';
import { type EstimateView, estimateFormSchema, estimateSchema, type RangeView } from './estimate';
import { type KpiState, type KpiSummary, kpiSchema } from './kpi';
import type { FrozenRealised, LifecycleAction, StatusChange } from './lifecycle';
import type { StageView } from './reference';

const rating = z.int().min(1, 'From 1 to 5').max(5, 'From 1 to 5');

export const tagSchema = z.string().trim().toLowerCase().min(1).max(40);

export const useCaseFields = {
  title: z.string().trim().min(3, 'At least three characters').max(160, 'At most 160 characters'),
  problemStatement: z.string().trim().max(5000, 'At most 5,000 characters').default(''),
  expectedOutcome: z.string().trim().max(5000, 'At most 5,000 characters').default(''),
  /** By name; one that is not known yet is made. */
  businessUnit: z.string().trim().min(2, 'At least two characters').max(80, 'At most 80 characters'),
  /** By name; one that is not known yet is made. Empty for none. */
  initiative: z.string().trim().max(80, 'At most 80 characters').default(''),
  sponsor: z.string().trim().max(120, 'At most 120 characters').default(''),
  benefitType: z.enum(BENEFIT_TYPES),
  feasibility: rating.default(3),
  risk: rating.default(3),
  tags: z.array(tagSchema).max(20, 'At most 20 tags').default([]),
};

/** As many as may work on one use case beside its owner. */
export const CONTRIBUTORS_MOST = 30;

const peopleFields = {
  /** Left out, the author owns it; only an admin may name another. */
  ownerId: z.uuid().optional(),
  /** People who work on it beside its owner. Left out, they stay as they are; its owner and an admin change them. */
  contributorIds: z.array(z.uuid()).max(CONTRIBUTORS_MOST, `At most ${CONTRIBUTORS_MOST} people`).optional(),
};

export const createUseCaseInputSchema = z.object({
  ...useCaseFields,
  ...peopleFields,
  estimate: estimateSchema.nullable().default(null),
  kpi: kpiSchema.nullable().default(null),
  /** The author's draft that it is made of, which goes with it. */
  draftId: z.uuid().optional(),
});
export type CreateUseCaseInput = z.infer<typeof createUseCaseInputSchema>;

/** The same, with the range checked in place: for the form. */
export const createUseCaseFormSchema = z.object({
  ...useCaseFields,
  ...peopleFields,
  estimate: estimateFormSchema.nullable().default(null),
  kpi: kpiSchema.nullable().default(null),
});

export const updateUseCaseInputSchema = z.object({
  id: z.uuid(),
  /** The version the edit was made on; a later one in the database answers STALE_VERSION. */
  version: z.int().min(1),
  ...useCaseFields,
  ...peopleFields,
});
export type UpdateUseCaseInput = z.infer<typeof updateUseCaseInputSchema>;

export const useCaseNumberInputSchema = z.object({ number: z.int().min(1).max(2_000_000_000) });
export const useCaseIdInputSchema = z.object({ useCaseId: z.uuid() });

export const useCaseFilterSchema = z.object({
  stages: z.array(z.enum(STAGE_KEYS)).max(10).default([]),
  statuses: z.array(z.enum(USE_CASE_STATUSES)).max(4).default([]),
  businessUnitIds: z.array(z.uuid()).max(100).default([]),
  initiativeIds: z.array(z.uuid()).max(100).default([]),
  ownerIds: z.array(z.uuid()).max(100).default([]),
  benefitType: z.enum(BENEFIT_TYPES).optional(),
  tag: tagSchema.optional(),
  /** Bounds of the expected EBITDA a year, both included; what has no estimate is then left out. */
  valueFrom: moneySchema.optional(),
  valueTo: moneySchema.optional(),
  feasibilityFrom: rating.optional(),
  feasibilityTo: rating.optional(),
  /** Looked for in title, need, expected result, and as a reference (UC-12). */
  text: z.string().trim().max(200).default(''),
});
export type UseCaseFilter = z.infer<typeof useCaseFilterSchema>;

export const listUseCasesInputSchema = useCaseFilterSchema.extend({
  sort: z.enum(USE_CASE_SORTS).default('number'),
  descending: z.boolean().default(true),
  limit: z.int().min(1).max(500).default(200),
  /** `nextCursor` of the page before, in the same order; left out for the first. */
  cursor: z.string().max(600).nullish(),
});
export type ListUseCasesInput = z.infer<typeof listUseCasesInputSchema>;

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The whole list under a filter, as a file. */
export const exportUseCasesInputSchema = useCaseFilterSchema.extend({
  sort: z.enum(USE_CASE_SORTS).default('number'),
  descending: z.boolean().default(false),
  format: z.enum(EXPORT_FORMATS),
});
export type ExportUseCasesInput = z.infer<typeof exportUseCasesInputSchema>;

export interface UseCaseListItem {
  id: string;
  number: number;
  title: string;
  businessUnit: { id: string; name: string };
  initiative: { id: string; name: string } | null;
  owner: { id: string; name: string };
  contributorIds: string[];
  sponsor: string;
  benefitType: BenefitType;
  feasibility: number;
  risk: number;
  stage: StageView;
  stageSince: Date;
  status: UseCaseStatus;
  tags: string[];
  version: number;
  updatedAt: Date;
  /** The latest estimate; null before the first. */
  range: RangeView | null;
  /** Expected times the probability of its stage; null before the first estimate. */
  riskAdjusted: string | null;
  /** Of the latest estimate: when its benefit begins (YYYY-MM-DD), how long it grows, when it was made. */
  plan: { startDate: string; rampUpMonths: number; estimatedAt: Date } | null;
  createdAt: Date;
  kpis: KpiSummary[];
  /** The worst of its KPIs; null without any. */
  kpiState: KpiState | null;
  projectSlug: string | null;
}

export interface UseCasePage {
  items: UseCaseListItem[];
  /** Under the filter, on all pages. */
  total: number;
  /** Asks for the page after this one; null on the last. */
  nextCursor: string | null;
}

/** What stands in one stage under a filter. What is not active counts, and is in no sum. */
export interface StageFigures {
  stage: StageView;
  count: number;
  active: number;
  /** Expected EBITDA a year of the active ones, and the same at the probability of the stage. */
  expected: string;
  riskAdjusted: string;
}

/** The list under a filter in figures; stages without any are in it too. */
export interface ListFigures {
  total: number;
  stages: StageFigures[];
  /** The largest high of all: ranges that are compared are drawn on one scale. */
  maxHigh: string;
  /** The first and the last day of their plans (YYYY-MM-DD); null when none has an estimate. */
  planned: { from: string; to: string } | null;
  asOf: Date;
}

/** Use cases of one feasibility and one band of value. */
export interface MatrixCell {
  feasibility: number;
  /** Place in VALUE_BANDS; null for those without an estimate. */
  band: number | null;
  count: number;
  /** Expected EBITDA a year, of all of them. */
  expected: string;
  /** The few that are worth most. */
  top: { number: number; title: string; expected: string | null }[];
}

/** Where the bands of value begin, in the currency of the estimates, a year; the first begins below all. */
export const VALUE_BANDS = [null, '100000', '300000', '1000000', '3000000', '10000000'] as const;

/** Somebody who works on a use case beside its owner. */
export interface Contributor {
  id: string;
  name: string;
  /** False once they are locked out: still named, but nobody to choose. */
  active: boolean;
}

/** What the reader may do here; the server asks again at every write. */
export interface UseCaseRights {
  edit: boolean;
  /** To say who works on it. */
  contributors: boolean;
  estimate: boolean;
  kpi: boolean;
  decide: boolean;
  /** False where going ahead would approve the reader's own use case. */
  approve: boolean;
  /** How the reader may turn its life; the gates are apart. */
  lifecycle: LifecycleAction[];
  duplicate: boolean;
}

export interface UseCaseDetail extends UseCaseListItem {
  problemStatement: string;
  expectedOutcome: string;
  /** In the order in which they were added. */
  contributors: Contributor[];
  estimate: EstimateView | null;
  project: { slug: string; name: string } | null;
  /** Why it is on hold, rejected or retired; null while it is active, or when nobody said. */
  statusChange: StatusChange | null;
  /** What it had realised when it was retired. */
  frozenRealised: FrozenRealised | null;
  rights: UseCaseRights;
}
