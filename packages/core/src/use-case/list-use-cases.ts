import type { ListUseCasesInput, Principal, UseCaseListItem, UseCasePage } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { CoreContext } from '../context';
import { findKpiSummaries, worstState } from '../kpi/kpi-summaries';
import { filterCondition, sortOrder } from './conditions';
import { type BareListItem, countUseCases, findUseCases } from './use-case.repository';

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

/** A page of use cases under a filter. Validated by contracts; the caller holds `portfolio:read`. */
export async function listUseCases(
  context: CoreContext,
  _principal: Principal,
  input: ListUseCasesInput,
): Promise<UseCasePage> {
  const where = filterCondition(input);
  const [items, total] = await Promise.all([
    findUseCases(context.db, {
      where,
      orderBy: sortOrder(input.sort, input.descending),
      limit: input.limit,
      offset: input.offset,
    }),
    countUseCases(context.db, where),
  ]);
  return { items: await withKpis(context.db, items, context.clock.now()), total };
}
