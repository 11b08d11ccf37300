import type { FrozenRealised, KpiView, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { findProductionStays } from '../history';
import { requireUseCase } from '../use-case/require-use-case';
import { findKpiViews } from './kpi-view';

/** KPIs of a use case with their samples. The caller holds `portfolio:read`; NOT_FOUND. */
export async function listKpis(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<KpiView[]> {
  const useCase = await requireUseCase(context.db, principal, input.useCaseId, 'read');
  const stays = (await findProductionStays(context.db, null, useCase.id)).get(useCase.id) ?? [];
  const retired = await context.db.useCase.findUnique({
    where: { id: useCase.id },
    select: { frozenRealised: true },
  });
  const frozen = retired?.frozenRealised as FrozenRealised | null | undefined;
  const now = context.clock.now();
  const until = frozen ? new Date(frozen.at) : now;
  return findKpiViews(context.db, useCase.id, now, stays, until);
}
