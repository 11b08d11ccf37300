import { BENEFIT_TYPES, type BenefitType, type PortfolioFilter } from '@jalon/contracts';

/** What the address of the portfolio carries. */
export interface PortfolioState {
  unit: string;
  benefit: BenefitType | '';
  tag: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the state from an address; what is not understood counts as not given. */
export function readPortfolioState(params: { get(name: string): string | null }): PortfolioState {
  const unit = params.get('unit') ?? '';
  return {
    unit: UUID.test(unit) ? unit : '',
    benefit: BENEFIT_TYPES.find((known) => known === params.get('benefit')) ?? '',
    tag: (params.get('tag') ?? '').slice(0, 40),
  };
}

export function portfolioHref({ unit, benefit, tag }: PortfolioState): string {
  const params = new URLSearchParams();
  if (unit) params.set('unit', unit);
  if (benefit) params.set('benefit', benefit);
  if (tag) params.set('tag', tag);
  const query = params.toString();
  return query ? `/portfolio?${query}` : '/portfolio';
}

/** What the API is asked for. */
export function portfolioInput({ unit, benefit, tag }: PortfolioState): PortfolioFilter {
  return {
    businessUnitIds: unit ? [unit] : [],
    ownerIds: [],
    ...(benefit ? { benefitType: benefit } : {}),
    ...(tag ? { tag } : {}),
  };
}
