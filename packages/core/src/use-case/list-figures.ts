import type { ListFigures, Principal, UseCaseFilter } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { listHeadOf } from '../portfolio/book/list-head';
import { bookOf } from '../portfolio/book/portfolio-book';
import { stageView } from '../reference';

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
  await book.refresh(now);
  const { stages } = book.yardsticks;
  const { total, maxHigh, planned, stage: figuresOf } = listHeadOf(book, filter);
  return {
    asOf: now,
    planned,
    total,
    maxHigh,
    stages: stages.map((stage) => {
      const { count, active, expected, riskAdjusted } = figuresOf(stage.key);
      return {
        stage: stageView(stage),
        count,
        active,
        expected: expected.money,
        riskAdjusted: riskAdjusted.money,
      };
    }),
  };
}
