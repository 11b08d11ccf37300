import type { ListFigures, Principal, UseCaseFilter } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { monthsAfter } from '../gate/reapproval';
import type { BookEntry } from '../portfolio/book/entry';
import { allOf } from '../portfolio/book/order';
import { bookOf } from '../portfolio/book/portfolio-book';
import { CentsSum } from '../portfolio/cents';
import { loadStages, stageView } from '../reference';

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What a plan covers: from its stage, or its benefit if that is sooner, to the end of the ramp-up. */
function plannedOf({ useCase }: BookEntry): { from: string; to: string } | null {
  const { plan, stageSince } = useCase;
  if (!plan) return null;
  const since = dayOf(stageSince);
  return {
    from: since < plan.startDate ? since : plan.startDate,
    to: dayOf(monthsAfter(new Date(plan.startDate), plan.rampUpMonths)),
  };
}

function hullOf(plans: readonly { from: string; to: string }[]): ListFigures['planned'] {
  const [first, ...others] = plans;
  if (!first) return null;
  let { from, to } = first;
  for (const plan of others) {
    if (plan.from < from) from = plan.from;
    if (plan.to > to) to = plan.to;
  }
  return { from, to };
}

/**
 * How many use cases stand in each stage under a filter, and what they are expected to earn a year (in the currency of
 * the estimates; the risk-adjusted sum is of figures rounded to the cent). Validated by contracts; the caller holds
 * `portfolio:read`.
 */
export async function listFigures(
  { db, clock }: CoreContext,
  _principal: Principal,
  filter: UseCaseFilter,
): Promise<ListFigures> {
  const now = clock.now();
  const book = bookOf(db);
  const [stages] = await Promise.all([loadStages(db), book.refresh(now)]);
  const sums = new Map(
    stages.map((stage) => [
      stage.key,
      { stage, count: 0, active: 0, expected: new CentsSum(), riskAdjusted: new CentsSum() },
    ]),
  );
  let total = 0;
  let highest: BookEntry | null = null;
  const plans: { from: string; to: string }[] = [];
  for (const entry of allOf(book, filter)) {
    const { useCase, cents } = entry;
    total += 1;
    if (cents.high > (highest?.cents.high ?? 0)) highest = entry;
    const plan = plannedOf(entry);
    if (plan) plans.push(plan);
    const sum = sums.get(useCase.stage.key);
    if (!sum) continue;
    sum.count += 1;
    if (useCase.status !== 'ACTIVE') continue;
    sum.active += 1;
    sum.expected.add(cents.expected);
    sum.riskAdjusted.add(cents.riskAdjusted);
  }
  return {
    asOf: now,
    planned: hullOf(plans),
    total,
    maxHigh: highest?.useCase.range?.high ?? '0',
    stages: [...sums.values()].map(({ stage, count, active, expected, riskAdjusted }) => ({
      stage: stageView(stage),
      count,
      active,
      expected: expected.money,
      riskAdjusted: riskAdjusted.money,
    })),
  };
}
