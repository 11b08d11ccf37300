import { inTransaction } from '@jalon/db';
import type { CoreContext } from '../context';
import { isDeadNeighbour, LEASE_EXPIRY_MS, type LeaseHolder, parseHolder, printHolder } from '../lease';
import type { RunLease } from './open-run';

export interface ClaimRunOptions {
  isAlive: (pid: number) => boolean;
  expiryMs?: number;
}

/** Takes an unfinished run that nobody follows, as an environment's lease is taken; null when it is followed. */
export async function claimRun(
  context: CoreContext,
  runId: string,
  self: LeaseHolder,
  options: ClaimRunOptions,
): Promise<RunLease | null> {
  const expiryMs = options.expiryMs ?? LEASE_EXPIRY_MS;
  return inTransaction(context.db, async (tx) => {
    const rows = await tx.$queryRaw<{ holder: string; free: boolean }[]>`
      SELECT "leaseHolder" AS holder, coalesce("leaseExpiresAt" <= clock_timestamp(), true) AS free
      FROM "Run" WHERE id = ${runId}::uuid AND status IN ('QUEUED', 'RUNNING') FOR UPDATE`;
    const current = rows[0];
    if (!current) return null;
    const other = parseHolder(current.holder);
    const gone = other !== null && isDeadNeighbour(self, other, options.isAlive);
    if (!current.free && !gone) return null;
    const taken = await tx.$queryRaw<{ token: bigint }[]>`
      UPDATE "Run" SET "leaseHolder" = ${printHolder(self)}, "leaseToken" = "leaseToken" + 1,
        "leaseExpiresAt" = clock_timestamp() + ${expiryMs}::float8 * interval '1 millisecond'
      WHERE id = ${runId}::uuid RETURNING "leaseToken" AS token`;
    const row = taken[0];
    return row ? { runId, token: row.token } : null;
  });
}

/** Puts the expiry off. False: another worker follows the run by now. */
export async function renewRunLease(
  context: CoreContext,
  lease: RunLease,
  expiryMs: number = LEASE_EXPIRY_MS,
): Promise<boolean> {
  const count = await context.db.$executeRaw`
    UPDATE "Run" SET "leaseExpiresAt" = clock_timestamp() + ${expiryMs}::float8 * interval '1 millisecond'
    WHERE id = ${lease.runId}::uuid AND "leaseToken" = ${lease.token}`;
  return count === 1;
}

/** Gives the run back, so that another worker may go on with it. */
export async function releaseRunLease(context: CoreContext, lease: RunLease): Promise<void> {
  await context.db.$executeRaw`
    UPDATE "Run" SET "leaseExpiresAt" = clock_timestamp()
    WHERE id = ${lease.runId}::uuid AND "leaseToken" = ${lease.token}`;
}
