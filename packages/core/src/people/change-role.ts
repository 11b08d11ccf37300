import type { ChangeRoleInput, Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { endSessions } from './end-sessions';
import { guardAdmins } from './guard-admins';
import { lockActiveAdmins, lockPerson } from './people.repository';

/**
 * Gives a person another role and signs them out, so that no open page keeps the old one.
 * Validated by contracts; the caller holds `user:admin`. Throws NOT_FOUND, CONFLICT (oneself, last admin).
 */
export async function changeRole(
  context: CoreContext,
  principal: Principal,
  input: ChangeRoleInput,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const activeAdmins = await lockActiveAdmins(tx);
    const person = await lockPerson(tx, input.userId);
    if (person.role === input.role) return;
    guardAdmins(principal, person, activeAdmins);
    await tx.user.update({ where: { id: person.id }, data: { role: input.role }, select: { id: true } });
    await endSessions(tx, person.id);
    await recordAudit(tx, principal, {
      action: 'person.role-changed',
      subjectType: 'person',
      subjectId: person.id,
      data: { name: person.name, from: person.role, to: input.role },
    });
  });
}
