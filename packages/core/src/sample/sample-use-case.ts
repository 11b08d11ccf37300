import type {
  BenefitType,
  Confidence,
  GateDecision,
  KpiDirection,
  KpiSource,
  StageKey,
  UseCaseStatus,
} from '@jalon/contracts';

/** People of the sample portfolio, by what they do. */
export type SampleOwner = 'credit' | 'operations' | 'commerce';

/** Amounts in euros; times in days before the day it is loaded. */
export interface SampleEstimate {
  daysAgo: number;
  stage: StageKey;
  low: number;
  likely: number;
  high: number;
  rampUpMonths: number;
  horizonYears: number;
  oneOffCost: number;
  yearlyRunCost: number;
  confidence: Confidence;
  method: string;
  assumptions: string;
}

export interface SampleReview {
  daysAgo: number;
  from: StageKey;
  to: StageKey;
  decision: GateDecision;
  rationale: string;
  /** Items of the checklist that were not met then. */
  open?: string[];
}

export interface SampleKpi {
  key: string;
  name: string;
  unit: string;
  direction: KpiDirection;
  baseline: string;
  baselineWindow: string;
  target: string;
  tolerance: string;
  valuePerUnit: string | null;
  attribution: string;
  source: KpiSource;
  assumptions: string;
  /** One a month, oldest first, the last one `lastDaysAgo`; null where nothing was measured. */
  samples: (number | null)[];
  lastDaysAgo?: number;
}

/** What finance has said of the months in production: each confirmed as computed, but for `others`. */
export interface SampleVerification {
  /** How many of the newest finished months still wait. */
  open?: number;
  /** `share` of the computed amount that is confirmed; null: disputed. */
  others?: { monthsAgo: number; share: string | null; note: string }[];
}

export interface SampleUseCase {
  title: string;
  problemStatement: string;
  expectedOutcome: string;
  businessUnit: string;
  /** Left out: it is part of none. */
  initiative?: string;
  owner: SampleOwner;
  /** Left out: nobody beside its owner. */
  contributors?: SampleOwner[];
  sponsor: string;
  benefitType: BenefitType;
  feasibility: number;
  risk: number;
  tags: string[];
  stage: StageKey;
  status: UseCaseStatus;
  loggedDaysAgo: number;
  /** Of a retired one: when it was. */
  retiredDaysAgo?: number;
  estimates: SampleEstimate[];
  reviews: SampleReview[];
  kpis: SampleKpi[];
  /** Left out: finance has said nothing yet. */
  verification?: SampleVerification;
}
