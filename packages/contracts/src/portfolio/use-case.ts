import { z } from 'zod';
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
  sponsor: z.string().trim().max(120, 'At most 120 characters').default(''),
  benefitType: z.enum(BENEFIT_TYPES),
  feasibility: rating.default(3),
  risk: rating.default(3),
  tags: z.array(tagSchema).max(20, 'At most 20 tags').default([]),
};

const peopleFields = {
  /** Left out, the author owns it; only an admin may name another. */
  ownerId: z.uuid().optional(),
};

export const createUseCaseInputSchema = z.object({
  ...useCaseFields,
  ...peopleFields,
  estimate: estimateSchema.nullable().default(null),
  kpi: kpiSchema.nullable().default(null),
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
  ownerIds: z.array(z.uuid()).max(100).default([]),
  benefitType: z.enum(BENEFIT_TYPES).optional(),
  tag: tagSchema.optional(),
  /** Looked for in title, need, expected result, and as a reference (UC-12). */
  text: z.string().trim().max(200).default(''),
});
export type UseCaseFilter = z.infer<typeof useCaseFilterSchema>;

export const listUseCasesInputSchema = useCaseFilterSchema.extend({
  sort: z.enum(USE_CASE_SORTS).default('number'),
  descending: z.boolean().default(true),
  limit: z.int().min(1).max(1000).default(500),
  offset: z.int().min(0).default(0),
});
export type ListUseCasesInput = z.infer<typeof listUseCasesInputSchema>;

export interface UseCaseListItem {
  id: string;
  number: number;
  title: string;
  businessUnit: { id: string; name: string };
  owner: { id: string; name: string };
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
  kpis: KpiSummary[];
  /** The worst of its KPIs; null without any. */
  kpiState: KpiState | null;
  projectSlug: string | null;
}

export interface UseCasePage {
  items: UseCaseListItem[];
  total: number;
}

/** What the reader may do here; the server asks again at every write. */
export interface UseCaseRights {
  edit: boolean;
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
  sponsor: string;
  createdAt: Date;
  estimate: EstimateView | null;
  project: { slug: string; name: string } | null;
  /** Why it is on hold, rejected or retired; null while it is active, or when nobody said. */
  statusChange: StatusChange | null;
  /** What it had realised when it was retired. */
  frozenRealised: FrozenRealised | null;
  rights: UseCaseRights;
}
