import type { ListUseCasesInput, Principal, UseCaseListItem, UseCasePage } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { CoreContext } from '../context';
import { findKpiSummaries, worstState } from '../kpi/kpi-summaries';
import { filterCondition } from './conditions';
import { readCursor, writeCursor } from './list-order';
import { type BareListItem, countUseCases, findPage } from './use-case.repository';

/** Puts its KPIs beside each use case. */
export async function withKpis(
  db: Db,
  items: readonly BareListItem[],
  now: Date,
): Promise<UseCaseListItem[]> {
  const kpis = await findKpiSummaries(
    db,
    items.map((item) => item.id),
    now,
  );
  return items.map((item) => {
    const own = kpis.get(item.id) ?? [];
    return { ...item, kpis: own, kpiState: worstState(own) };
  });
}

/**
 * A page of use cases under a filter. Validated by contracts; the caller holds `portfolio:read`. The cursor names
 * the last row of the page before, so that what is added or leaves meanwhile moves no row to another page;
 * VALIDATION when it is none.
 */
export async function listUseCases(
  context: CoreContext,
  _principal: Principal,
  input: ListUseCasesInput,
): Promise<UseCasePage> {
  const { sort, descending, limit, cursor } = input;
  const where = filterCondition(input);
  const after = cursor ? readCursor(cursor) : null;
  const [found, total] = await Promise.all([
    findPage(context.db, { where, sort, descending, after, limit: limit + 1 }),
    countUseCases(context.db, where),
  ]);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    items: await withKpis(
      context.db,
      rows.map(({ item }) => item),
      context.clock.now(),
    ),
    total,
    nextCursor: last ? writeCursor({ value: last.sortValue, number: last.item.number }) : null,
  };
}
