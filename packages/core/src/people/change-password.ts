import { type ChangePasswordInput, DomainError, type Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { endSessions } from './end-sessions';
import { hashPassword, verifyPassword } from './password';

/**
 * Changes one's own password and ends one's other sessions.
 * Validated by contracts; the caller is signed in as `principal`, in `sessionId`. Throws VALIDATION.
 */
export async function changePassword(
  context: CoreContext,
  principal: Principal,
  input: ChangePasswordInput & { sessionId: string },
): Promise<void> {
  const stored = await context.db.user.findUnique({
    where: { id: principal.userId },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(input.currentPassword, stored?.passwordHash ?? null))) {
    const message = 'The current password is wrong.';
    throw new DomainError('VALIDATION', message, [{ path: 'currentPassword', message }]);
  }
  const passwordHash = await hashPassword(input.newPassword);
  await inTransaction(context.db, async (tx) => {
    await tx.user.update({ where: { id: principal.userId }, data: { passwordHash }, select: { id: true } });
    await endSessions(tx, principal.userId, input.sessionId);
    await recordAudit(tx, principal, {
      action: 'person.password-changed',
      subjectType: 'person',
      subjectId: principal.userId,
    });
  });
}
