import { systemClock } from '@jalon/contracts';
import { issueSetupToken } from '@jalon/core/people';
import { createDb } from '@jalon/db';
import { createLogger } from '@jalon/logger';

/**
 * Makes the link that makes the first admin and gives its path; null when the installation has people. Each
 * call makes the link before it worthless.
 */
export async function issueSetupPath(databaseUrl: string): Promise<string | null> {
  const db = createDb(databaseUrl);
  try {
    const logger = createLogger('set-up', { level: 'warn' });
    const issued = await issueSetupToken({ db, clock: systemClock, logger });
    return issued && `/set-up/${issued.token}`;
  } finally {
    await db.close();
  }
}
