import type { FrozenRealised, KpiView, Principal } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { CoreContext } from '../context';
import { findProductionStays } from '../history';
import { requireUseCase } from '../use-case/require-use-case';
import { findKpiViews } from './kpi-view';

/** What a retired use case had earned when it was; null for one that had no KPI to tell. */
async function findFrozen(db: Db, id: string): Promise<FrozenRealised | null> {
  const row = await db.useCase.findUnique({ where: { id }, select: { frozenRealised: true } });
  return (row?.frozenRealised ?? null) as FrozenRealised | null;
}

/** KPIs of a use case with their samples. The caller holds `portfolio:read`; NOT_FOUND. */
export async function listKpis(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<KpiView[]> {
  const useCase = await requireUseCase(context.db, principal, input.useCaseId, 'read');
  const stays = (await findProductionStays(context.db, null, useCase.id)).get(useCase.id) ?? [];
  const frozen = useCase.status === 'RETIRED' ? await findFrozen(context.db, useCase.id) : null;
  const now = context.clock.now();
  const until = frozen ? new Date(frozen.at) : now;
  return findKpiViews(context.db, useCase.id, now, stays, until);
}
