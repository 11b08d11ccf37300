import type { PortfolioFilter } from '@jalon/contracts';
import type { BookEntry } from './entry';

type Filter = Required<PortfolioFilter>;
type Part = { [Key in keyof Filter]: (entry: BookEntry, wanted: Filter[Key]) => boolean };

/** One for every part of the filter: a new one that is missing here does not compile. */
const PARTS: Part = {
  businessUnitIds: ({ useCase }, ids) => ids.length === 0 || ids.includes(useCase.businessUnit.id),
  initiativeIds: ({ useCase }, ids) => ids.length === 0 || ids.includes(useCase.initiative?.id ?? ''),
  ownerIds: ({ useCase }, ids) => ids.length === 0 || ids.includes(useCase.owner.id),
  benefitType: ({ useCase }, type) => useCase.benefitType === type,
  tag: ({ useCase }, tag) => useCase.tags.includes(tag),
};

/** The same question as `filterCondition`, asked of an entry. */
export function passes(entry: BookEntry, filter: PortfolioFilter): boolean {
  return (
    PARTS.businessUnitIds(entry, filter.businessUnitIds) &&
    PARTS.initiativeIds(entry, filter.initiativeIds) &&
    PARTS.ownerIds(entry, filter.ownerIds) &&
    (filter.benefitType === undefined || PARTS.benefitType(entry, filter.benefitType)) &&
    (filter.tag === undefined || PARTS.tag(entry, filter.tag))
  );
}
