import { DomainError, type MarkReadInput, type Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import type { CoreContext } from '../context';

/**
 * Marks one of the caller's notifications as read, or all up to one: what came after it was not seen. Doing it twice
 * changes nothing. Validated by contracts; NOT_FOUND for one that is not the caller's. The audit log has no line of
 * it: it changes nothing that others see.
 */
export async function markRead(
  context: CoreContext,
  { userId }: Principal,
  input: MarkReadInput,
): Promise<{ unread: number }> {
  return inTransaction(context.db, async (tx) => {
    const id = 'id' in input ? BigInt(input.id) : { lte: BigInt(input.upTo) };
    if ('id' in input) {
      const known = await tx.notification.count({ where: { userId, id } });
      if (known === 0) throw new DomainError('NOT_FOUND', 'There is no such notification of yours.');
    }
    const { count } = await tx.notification.updateMany({
      where: { userId, id, readAt: null },
      data: { readAt: context.clock.now() },
    });
    // The bell of another window follows.
    if (count > 0) await notifyChange(tx, { topic: 'notification', id: userId });
    return { unread: await tx.notification.count({ where: { userId, readAt: null } }) };
  });
}
