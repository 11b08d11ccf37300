import type { CreateKpiInput, Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireUseCase } from '../use-case/require-use-case';
import { insertKpi } from './kpi.repository';

/**
 * Gives a use case a KPI and returns its id. Validated by contracts; the caller holds `kpi:write`. Owner, member
 * of the project or admin, else FORBIDDEN; NOT_FOUND; CONFLICT when the key is taken or the use case is closed.
 */
export async function createKpi(
  context: CoreContext,
  principal: Principal,
  input: CreateKpiInput,
): Promise<{ id: string }> {
  return inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, input.useCaseId, 'kpi');
    const id = await insertKpi(tx, useCase.id, input.kpi, context.clock.now());
    const { name, baseline, target, unit } = input.kpi;
    await recordAudit(tx, principal, {
      action: 'kpi.created',
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: { kpiId: id, name, baseline, target, unit },
    });
    await notifyChange(tx, { topic: 'kpi', id, useCaseId: useCase.id });
    return { id };
  });
}
