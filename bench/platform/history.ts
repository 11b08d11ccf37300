import { createDb } from '@jalon/db';

/**
 * Gives an environment a deployment and a run that were cancelled before they began: their pages then have
 * something to show, and nothing has to be deployed for it.
 */
export async function addCancelledHistory(databaseUrl: string, environmentId: string): Promise<void> {
  const db = createDb(databaseUrl);
  const finishedAt = new Date();
  try {
    const cancelled = { environmentId, number: 1, status: 'CANCELLED' as const, finishedAt };
    await db.deployment.create({ data: cancelled });
    await db.run.create({ data: { ...cancelled, service: 'train', job: 'train' } });
  } finally {
    await db.close();
  }
}
