import { DomainError, type LendApprovalInput, type Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { approvalRights } from './approvals';

/**
 * Lends one's right to approve in a role to somebody, until a moment. What was lent cannot be lent on. Validated by
 * contracts; the caller holds `gate:review`. FORBIDDEN without the right; NOT_FOUND for a person who cannot sign in;
 * VALIDATION for oneself, or a moment that is past.
 */
export async function lendApproval(
  context: CoreContext,
  principal: Principal,
  { toUserId, role, until }: LendApprovalInput,
): Promise<{ to: string; until: Date }> {
  return inTransaction(context.db, async (tx) => {
    const now = context.clock.now();
    const refuse = (path: string, message: string) =>
      new DomainError('VALIDATION', message, [{ path, message }]);
    if (until <= now) throw refuse('until', 'That moment is past.');
    if (toUserId === principal.userId)
      throw refuse('toUserId', 'You have this right already: choose somebody else.');
    const rights = await approvalRights(tx, principal, now);
    if (!rights.some((right) => right.role === role && right.lenderId === null)) {
      throw new DomainError('FORBIDDEN', 'You do not approve in this role yourself, so you cannot lend it.');
    }
    const person = await tx.user.findFirst({
      where: { id: toUserId, disabledAt: null },
      select: { id: true, name: true },
    });
    if (!person) throw new DomainError('NOT_FOUND', 'There is no such person who can sign in.');
    await tx.approverGrant.create({
      data: { userId: person.id, role, lenderId: principal.userId, until, at: now },
      select: { id: true },
    });
    await recordAudit(tx, principal, {
      action: 'approval.lent',
      subjectType: 'person',
      subjectId: person.id,
      data: { name: person.name, role, until },
    });
    return { to: person.name, until };
  });
}
