import {
  BENEFIT_TYPES,
  type BenefitType,
  type PortfolioBridgeInput,
  type PortfolioSummaryInput,
} from '@jalon/contracts';

/** What the address of the portfolio carries. */
export interface PortfolioState {
  unit: string;
  initiative: string;
  benefit: BenefitType | '';
  tag: string;
  /** A day of the past, year-month-day, or nothing for today. */
  asOf: string;
  /** The day that the forecast is compared with, or nothing for the end of the last quarter. */
  from: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Reads the state from an address; what is not understood counts as not given. */
export function readPortfolioState(params: { get(name: string): string | null }): PortfolioState {
  const id = (name: string): string => {
    const value = params.get(name) ?? '';
    return UUID.test(value) ? value : '';
  };
  const asOf = params.get('asOf') ?? '';
  const from = params.get('from') ?? '';
  return {
    unit: id('unit'),
    initiative: id('initiative'),
    benefit: BENEFIT_TYPES.find((known) => known === params.get('benefit')) ?? '',
    tag: (params.get('tag') ?? '').slice(0, 40),
    asOf: isDay(asOf) ? asOf : '',
    from: isDay(from) ? from : '',
  };
}

export function portfolioHref({ unit, initiative, benefit, tag, asOf, from }: PortfolioState): string {
  const params = new URLSearchParams();
  if (unit) params.set('unit', unit);
  if (initiative) params.set('initiative', initiative);
  if (benefit) params.set('benefit', benefit);
  if (tag) params.set('tag', tag);
  if (asOf) params.set('asOf', asOf);
  if (from) params.set('from', from);
  const query = params.toString();
  return query ? `/portfolio?${query}` : '/portfolio';
}

/** What the API is asked for. */
export function portfolioInput(state: PortfolioState): PortfolioSummaryInput {
  const { unit, initiative, benefit, tag, asOf } = state;
  return {
    businessUnitIds: unit ? [unit] : [],
    initiativeIds: initiative ? [initiative] : [],
    ownerIds: [],
    ...(benefit ? { benefitType: benefit } : {}),
    ...(tag ? { tag } : {}),
    ...(asOf ? { asOf } : {}),
  };
}

/** What the API is asked for the bridge. */
export function bridgeInput(state: PortfolioState): PortfolioBridgeInput {
  const { asOf, ...filter } = portfolioInput(state);
  return { ...filter, ...(state.from ? { from: state.from } : {}), ...(asOf ? { to: asOf } : {}) };
}
