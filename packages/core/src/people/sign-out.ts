import type { Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';

/** Ends one session of the caller; ending it twice is the same as once. */
export async function signOut(
  context: CoreContext,
  principal: Principal,
  input: { sessionId: string },
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { id: input.sessionId, userId: principal.userId },
    });
    if (count === 0) return;
    await notifyChange(tx, { topic: 'session', id: input.sessionId });
    await recordAudit(tx, principal, {
      action: 'session.closed',
      subjectType: 'person',
      subjectId: principal.userId,
    });
  });
}
