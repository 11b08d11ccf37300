import { CHANGE_CHANNEL, type Change } from '@jalon/contracts';
import type { Db } from '../client';

/**
 * Tells every process that a row changed. Inside a transaction the message leaves when it commits,
 * and never when it rolls back.
 */
export async function notifyChange(tx: Db, change: Change): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANGE_CHANNEL}, ${JSON.stringify(change)})`;
}

/** The same for many rows, in one call. */
export async function notifyChanges(tx: Db, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const messages = changes.map((change) => JSON.stringify(change));
  await tx.$executeRaw`SELECT pg_notify(${CHANGE_CHANNEL}, message) FROM unnest(${messages}::text[]) AS message`;
}
