import { CHANGE_CHANNEL, type Change } from '@jalon/contracts';
import type { Db } from '../client';

/**
 * Tells every process that a row changed. Inside a transaction the message leaves when it commits,
 * and never when it rolls back.
 */
export async function notifyChange(tx: Db, change: Change): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANGE_CHANNEL}, ${JSON.stringify(change)})`;
}
