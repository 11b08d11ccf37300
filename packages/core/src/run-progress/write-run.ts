import { type Db, inTransaction, notifyChange } from '@jalon/db';
import type { CoreContext } from '../context';
import { LeaseLost } from '../lease';
import type { OpenRun, RunLease } from './open-run';

/** The most of a run's log that is kept: its last part. Bytes of UTF-8, within one character. */
export const RUN_LOG_LIMIT = 64 * 1024;

/** The container is known and about to be started. */
export async function recordRunStarted(
  context: CoreContext,
  lease: RunLease,
  run: OpenRun,
  started: { containerName: string; image: string },
): Promise<void> {
  await writeRun(context, lease, run, async (tx) => {
    await tx.run.update({
      where: { id: run.id },
      data: { status: 'RUNNING', ...started },
      select: { id: true },
    });
    await tx.run.updateMany({
      where: { id: run.id, startedAt: null },
      data: { startedAt: context.clock.now() },
    });
  });
}

/** Replaces the stored tail of the run's log. */
export async function recordRunLog(
  context: CoreContext,
  lease: RunLease,
  run: OpenRun,
  log: string,
): Promise<void> {
  await writeRun(context, lease, run, async (tx) => {
    await tx.run.update({ where: { id: run.id }, data: { log }, select: { id: true } });
  });
}

/**
 * A transaction that commits only while the run is still ours; the run's page is told.
 *
 * @throws LeaseLost when another worker follows the run, or it is gone
 */
export async function writeRun(
  context: CoreContext,
  lease: RunLease,
  run: OpenRun,
  write: (tx: Db) => Promise<void>,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const rows = await tx.$queryRaw<{ held: boolean }[]>`
      SELECT "leaseToken" = ${lease.token} AS held FROM "Run" WHERE id = ${run.id}::uuid FOR UPDATE`;
    if (!rows[0]?.held) throw new LeaseLost(`run ${run.id}`);
    await write(tx);
    await notifyChange(tx, {
      topic: 'run',
      id: run.id,
      projectId: run.projectId,
      environmentId: run.environmentId,
    });
  });
}
