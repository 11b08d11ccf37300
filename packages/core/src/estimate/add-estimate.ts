import type { AddEstimateInput, EstimateView, Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { assertRange } from '@jalon/value';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { loadYardsticks } from '../reference';
import { requireUseCase } from '../use-case/require-use-case';
import { findEstimates, insertEstimate } from './estimate.repository';

/**
 * Appends an estimate to a use case, in the stage it is in now; earlier ones stay as they are.
 * Validated by contracts; the caller holds `estimate:write`. Owner or admin, else FORBIDDEN; LOW_ABOVE_LIKELY
 * names the field; NOT_FOUND; CONFLICT when the use case is closed.
 */
export async function addEstimate(
  context: CoreContext,
  principal: Principal,
  input: AddEstimateInput,
): Promise<EstimateView> {
  assertRange(input.estimate);
  return inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, input.useCaseId, 'estimate');
    const createdAt = context.clock.now();
    await insertEstimate(tx, {
      useCaseId: useCase.id,
      stageId: useCase.stageId,
      authorId: principal.userId,
      createdAt,
      estimate: input.estimate,
    });
    const [added] = await findEstimates(tx, useCase.id, await loadYardsticks(tx), 1);
    if (!added) throw new Error('An estimate vanished within its own transaction');
    await recordAudit(tx, principal, {
      action: 'estimate.added',
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: {
        low: added.low,
        likely: added.likely,
        high: added.high,
        currency: added.currency,
        expected: added.value.expected,
        stage: added.stage,
      },
    });
    await notifyChange(tx, { topic: 'use-case', id: useCase.id, useCaseId: useCase.id });
    return added;
  });
}
