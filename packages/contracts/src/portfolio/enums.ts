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

/** What figures are entered in; sums are in the base currency, by the admin's table of rates (docs/decisions/0035). */
export const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'SEK', 'DKK', 'NOK', 'PLN'] as const;
/** Of every sum, and of every list. */
export const BASE_CURRENCY = 'EUR';
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

/** As many use cases as one call changes: all of them are written in one transaction, or none is. */
export const BULK_LIMIT = 200;
