import type { Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { lockPerson } from './people.repository';

/** Lets a locked-out person sign in again. The caller holds `user:admin`. Throws NOT_FOUND. */
export async function enablePerson(
  context: CoreContext,
  principal: Principal,
  input: { userId: string },
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const person = await lockPerson(tx, input.userId);
    if (!person.disabledAt) return;
    await tx.user.update({ where: { id: person.id }, data: { disabledAt: null }, select: { id: true } });
    await notifyChange(tx, { topic: 'user', id: person.id });
    await recordAudit(tx, principal, {
      action: 'person.enabled',
      subjectType: 'person',
      subjectId: person.id,
      data: { name: person.name },
    });
  });
}
