import { type CloseFindingInput, DomainError, type GateView, type Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { mayClose } from './findings';
import { getGate } from './get-gate';

/**
 * Closes a finding, saying how. Validated by contracts; the caller holds `gate:review`. FORBIDDEN for anybody but
 * whoever must see to it, whoever raised it, and an admin; NOT_FOUND; CONFLICT when it is closed already.
 */
export async function closeFinding(
  context: CoreContext,
  principal: Principal,
  input: CloseFindingInput,
): Promise<GateView> {
  return inTransaction(context.db, async (tx) => {
    const finding = await tx.finding.findUnique({
      where: { id: input.findingId },
      select: { id: true, useCaseId: true, title: true, ownerId: true, raisedById: true },
    });
    if (!finding) throw new DomainError('NOT_FOUND', 'There is no such finding.');
    const { id, useCaseId, title } = finding;
    if (!mayClose(finding, principal)) {
      throw new DomainError(
        'FORBIDDEN',
        'A finding is closed by whoever sees to it, whoever raised it, or an admin.',
      );
    }
    const { count } = await tx.finding.updateMany({
      where: { id, closedAt: null },
      data: { closedAt: context.clock.now(), closedById: principal.userId, closingNote: input.note },
    });
    if (count === 0) throw new DomainError('CONFLICT', 'This finding is closed already.');
    await recordAudit(tx, principal, {
      action: 'finding.closed',
      subjectType: 'use-case',
      subjectId: useCaseId,
      data: { title, note: input.note },
    });
    await notifyChange(tx, { topic: 'use-case', id: useCaseId, useCaseId });
    return getGate({ ...context, db: tx }, principal, { useCaseId });
  });
}
