import type { UseCaseListItem } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { findKpiSummaries, worstState } from '../kpi/kpi-summaries';
import type { BareListItem } from './use-case.repository';

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
