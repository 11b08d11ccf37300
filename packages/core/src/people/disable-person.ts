import type { Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { endSessions } from './end-sessions';
import { guardAdmins } from './guard-admins';
import { lockActiveAdmins, lockPerson } from './people.repository';

/**
 * Locks a person out, everywhere, at once: their sessions end and no new one opens.
 * The caller holds `user:admin`. Throws NOT_FOUND, CONFLICT (oneself, last admin).
 */
export async function disablePerson(
  context: CoreContext,
  principal: Principal,
  input: { userId: string },
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const activeAdmins = await lockActiveAdmins(tx);
    const person = await lockPerson(tx, input.userId);
    if (person.disabledAt) return;
    guardAdmins(principal, person, activeAdmins);
    const disabledAt = context.clock.now();
    await tx.user.update({ where: { id: person.id }, data: { disabledAt }, select: { id: true } });
    await endSessions(tx, person.id);
    await recordAudit(tx, principal, {
      action: 'person.disabled',
      subjectType: 'person',
      subjectId: person.id,
      data: { name: person.name },
    });
  });
}
