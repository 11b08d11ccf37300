import {
  type ChangeLifecycleInput,
  DomainError,
  type LifecycleAction,
  type Principal,
  type UseCaseDetail,
  useCaseReference,
} from '@jalon/contracts';
import { inTransaction, notifyChange, Prisma } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { toJson } from '../json';
import { loadStages, stageOf } from '../reference';
import { freezeRealised } from './freeze-realised';
import { getUseCase } from './get-use-case';
import { mayTurn, requireTarget } from './lifecycle';
import { requireUseCase } from './require-use-case';
import { staleVersion } from './stale-version';

const EVENTS: Record<LifecycleAction, string> = {
  HOLD: 'use-case.held',
  REJECT: 'use-case.rejected',
  RETIRE: 'use-case.retired',
  RESTORE: 'use-case.restored',
};

/**
 * Puts a use case on hold, rejects, retires or restores it, for a reason that is kept. Retiring freezes what it has
 * realised; restoring lets its KPIs count again. Validated by contracts; the caller holds `use-case:write`. Owner
 * or admin, and only an admin opens what is closed, else FORBIDDEN; NOT_FOUND; CONFLICT where the action leads
 * nowhere; STALE_VERSION.
 */
export async function changeLifecycle(
  context: CoreContext,
  principal: Principal,
  input: ChangeLifecycleInput,
): Promise<UseCaseDetail> {
  return inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, input.useCaseId, 'read');
    if (!mayTurn(principal, useCase, input.action)) {
      throw new DomainError(
        'FORBIDDEN',
        `Only ${useCase.ownerName}, who owns ${useCaseReference(useCase.number)}, or an admin may do this; ` +
          'what is closed is opened again by an admin alone.',
      );
    }
    if (useCase.version !== input.version) throw await staleVersion(tx, useCase, input.version);
    const stage = stageOf(await loadStages(tx), useCase.stageId).key;
    const status = requireTarget({ status: useCase.status, stage }, input.action);
    const frozen = status === 'RETIRED' ? await freezeRealised(tx, useCase, context.clock.now()) : null;
    const version = input.version + 1;
    const { count } = await tx.useCase.updateMany({
      where: { id: useCase.id, version: input.version },
      data: { status, version, frozenRealised: frozen ? toJson(frozen) : Prisma.DbNull },
    });
    if (count === 0) throw await staleVersion(tx, useCase, input.version);
    await recordAudit(tx, principal, {
      action: EVENTS[input.action],
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: {
        version,
        reason: input.reason,
        changed: { status: { from: useCase.status, to: status } },
        ...(frozen ? { realised: frozen.total, currency: frozen.currency } : {}),
      },
    });
    await notifyChange(tx, { topic: 'use-case', id: useCase.id, useCaseId: useCase.id });
    return getUseCase({ ...context, db: tx }, principal, { number: useCase.number });
  });
}
