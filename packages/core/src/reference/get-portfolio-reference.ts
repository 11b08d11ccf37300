import { CURRENCIES, type PortfolioReference, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { loadDiscountRate } from './discount-rate';
import { loadStages, stageView } from './stages';

/** What forms and filters of the portfolio offer. The caller holds `portfolio:read`. */
export async function getPortfolioReference(
  context: CoreContext,
  _principal: Principal,
): Promise<PortfolioReference> {
  const { db } = context;
  const [stages, businessUnits, initiatives, people, tags, discountRate] = await Promise.all([
    loadStages(db),
    db.businessUnit.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    // One that was emptied is offered no more: a name that was mistyped and corrected.
    db.initiative.findMany({
      where: { useCases: { some: {} } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    db.user.findMany({
      where: { disabledAt: null },
      orderBy: { name: 'asc' },
      select: { id: true, name: true, role: true },
    }),
    db.$queryRaw<{ tag: string }[]>`SELECT DISTINCT unnest(tags) AS tag FROM "UseCase" ORDER BY 1 LIMIT 500`,
    loadDiscountRate(db),
  ]);
  return {
    stages: stages.map(stageView),
    businessUnits,
    initiatives,
    owners: people.filter(({ role }) => role !== 'ENGINEER'),
    people,
    tags: tags.map((row) => row.tag),
    discountRate,
    currencies: CURRENCIES,
  };
}
