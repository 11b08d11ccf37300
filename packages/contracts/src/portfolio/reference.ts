import type { Role } from '../access';
import type { StageKey } from './enums';

/** A text that the database holds in every language of the product. */
export interface Translated {
  en: string;
  fr: string;
}

export interface StageView {
  key: StageKey;
  position: number;
  name: Translated;
  /** Probability (0 to 1) that a use case in this stage reaches production. */
  reachProbability: string;
}

export interface BusinessUnitView {
  id: string;
  name: string;
}

export interface InitiativeView {
  id: string;
  name: string;
}

export interface PersonReference {
  id: string;
  name: string;
  role: Role;
}

/** Everything a form or a filter of the portfolio offers to choose from. */
export interface PortfolioReference {
  stages: StageView[];
  businessUnits: BusinessUnitView[];
  /** Those that a use case belongs to. */
  initiatives: InitiativeView[];
  /** People who may own a use case: not locked out, business or admin. */
  owners: PersonReference[];
  /** People who may work on one: all who are not locked out. */
  people: PersonReference[];
  tags: string[];
  discountRate: string;
  currencies: readonly string[];
}
