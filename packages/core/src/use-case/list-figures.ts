import type { ListFigures, Principal, UseCaseFilter } from '@jalon/contracts';
import type { CoreContext } from '../context';
import type { BookEntry } from '../portfolio/book/entry';
import { allOf } from '../portfolio/book/order';
import { bookOf } from '../portfolio/book/portfolio-book';
import { CentsSum } from '../portfolio/cents';
import { loadStages, stageView } from '../reference';

type Span = NonNullable<ListFigures['planned']>;

/** The span that covers both; the first one where it does already. */
function covering(one: Span, other: Span): Span {
  if (one.from <= other.from && one.to >= other.to) return one;
  return {
    from: one.from < other.from ? one.from : other.from,
    to: one.to > other.to ? one.to : other.to,
  };
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
  let planned: ListFigures['planned'] = null;
  for (const entry of allOf(book, filter)) {
    const { useCase, cents, plan } = entry;
    total += 1;
    if (cents.high > (highest?.cents.high ?? 0)) highest = entry;
    if (plan) planned = covering(planned ?? plan, plan);
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
    planned,
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
