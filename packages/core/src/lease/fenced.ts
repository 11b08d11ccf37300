import { type Db, inTransaction } from '@jalon/db';
import type { CoreContext } from '../context';
import { type Lease, LeaseLost } from './lease';

/**
 * Runs `write` in a transaction that commits only while the lease is held: the lease's row is locked until the
 * commit, so nobody can take the lease between the check and the write.
 *
 * @throws LeaseLost when the token has moved on or the lease has run out; nothing is written then
 */
export async function fenced<T>(
  context: CoreContext,
  lease: Lease,
  write: (tx: Db) => Promise<T>,
): Promise<T> {
  return inTransaction(context.db, async (tx) => {
    const held = await tx.$queryRaw<{ held: boolean }[]>`
      SELECT "fencingToken" = ${lease.fencingToken} AND holder = ${lease.holder}
        AND "expiresAt" > clock_timestamp() AS held
      FROM "EnvironmentLease" WHERE "environmentId" = ${lease.environmentId}::uuid FOR SHARE`;
    if (!held[0]?.held) throw new LeaseLost(`environment ${lease.environmentId}`);
    return write(tx);
  });
}
