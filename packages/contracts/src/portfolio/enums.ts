export const BENEFIT_TYPES = ['REVENUE_GROWTH', 'COST_REDUCTION'] as const;
export type BenefitType = (typeof BENEFIT_TYPES)[number];

export const USE_CASE_STATUSES = ['ACTIVE', 'ON_HOLD', 'REJECTED', 'RETIRED'] as const;
export type UseCaseStatus = (typeof USE_CASE_STATUSES)[number];

export const CONFIDENCES = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const KPI_DIRECTIONS = ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER'] as const;
export type KpiDirection = (typeof KPI_DIRECTIONS)[number];

export const KPI_SOURCES = ['MANUAL', 'JOB', 'API'] as const;
export type KpiSource = (typeof KPI_SOURCES)[number];

export const GATE_DECISIONS = ['GO', 'CONDITIONAL_GO', 'HOLD', 'PIVOT', 'NO_GO'] as const;
export type GateDecision = (typeof GATE_DECISIONS)[number];

/** Keys of the seeded stages, in order. */
export const STAGE_KEYS = ['idea', 'proof-of-concept', 'prototyping', 'packaging', 'production'] as const;
export type StageKey = (typeof STAGE_KEYS)[number];

/** Figures are added up, so until there is a table of exchange rates they are all in one currency. */
export const CURRENCIES = ['EUR'] as const;
export type Currency = (typeof CURRENCIES)[number];

export const USE_CASE_SORTS = [
  'number',
  'title',
  'businessUnit',
  'owner',
  'stage',
  'expected',
  'riskAdjusted',
  'start',
  'estimated',
  'feasibility',
  'risk',
  'updated',
] as const;
export type UseCaseSort = (typeof USE_CASE_SORTS)[number];
