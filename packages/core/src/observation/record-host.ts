import { inTransaction, notifyChange } from '@jalon/db';
import type { CoreContext } from '../context';

/**
 * The engine answered. True when it had been away: whoever calls looks at all its environments again.
 * The page is told only when something it shows has changed.
 */
export async function recordHostReachable(
  context: CoreContext,
  hostId: string,
  engineVersion: string,
): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    const before = await tx.dockerHost.findUnique({
      where: { id: hostId },
      select: { unreachableSince: true, engineVersion: true },
    });
    if (!before) return false;
    await tx.dockerHost.update({
      where: { id: hostId },
      data: { lastSeenAt: context.clock.now(), unreachableSince: null, lastError: '', engineVersion },
      select: { id: true },
    });
    const back = before.unreachableSince !== null;
    if (back || before.engineVersion !== engineVersion) {
      await notifyChange(tx, { topic: 'host', id: hostId });
    }
    return back;
  });
}

/** The engine did not answer. The moment it went away is written once; nothing else is judged by it. */
export async function recordHostUnreachable(
  context: CoreContext,
  hostId: string,
  error: string,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const { count } = await tx.dockerHost.updateMany({
      where: { id: hostId, unreachableSince: null },
      data: { unreachableSince: context.clock.now(), lastError: error },
    });
    if (count > 0) await notifyChange(tx, { topic: 'host', id: hostId });
  });
}
