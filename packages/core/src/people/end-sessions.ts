import { type Db, notifyChange } from '@jalon/db';
import { deleteSessions } from './people.repository';

/**
 * Signs a person out everywhere: deletes the rows and tells every process, in the caller's transaction.
 * @param except a session that may stay, the one a person changes their own password in.
 */
export async function endSessions(tx: Db, userId: string, except?: string): Promise<void> {
  for (const id of await deleteSessions(tx, userId, except)) {
    await notifyChange(tx, { topic: 'session', id });
  }
  await notifyChange(tx, { topic: 'user', id: userId });
}
