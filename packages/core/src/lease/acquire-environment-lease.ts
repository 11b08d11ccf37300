import { inTransaction } from '@jalon/db';
import type { CoreContext } from '../context';
import { LEASE_EXPIRY_MS, type Lease } from './lease';
import { isDeadNeighbour, type LeaseHolder, parseHolder, printHolder } from './lease-holder';

export interface AcquireLeaseOptions {
  isAlive: (pid: number) => boolean;
  expiryMs?: number;
}

/**
 * Takes the lease on an environment when it is free, has run out, or belonged to a process of this machine that
 * is gone; null when another worker holds it. Every taking moves the fencing token on. The database's clock
 * decides, so that two machines need not agree on the time.
 */
export async function acquireEnvironmentLease(
  context: CoreContext,
  environmentId: string,
  self: LeaseHolder,
  options: AcquireLeaseOptions,
): Promise<Lease | null> {
  const holder = printHolder(self);
  const expiryMs = options.expiryMs ?? LEASE_EXPIRY_MS;
  return inTransaction(context.db, async (tx) => {
    const rows = await tx.$queryRaw<{ holder: string; expired: boolean }[]>`
      SELECT holder, "expiresAt" <= clock_timestamp() AS expired FROM "EnvironmentLease"
      WHERE "environmentId" = ${environmentId}::uuid FOR UPDATE`;
    const current = rows[0];
    if (current && !current.expired && !isGone(current.holder, self, options.isAlive)) return null;
    const taken = await tx.$queryRaw<{ fencingToken: bigint }[]>`
      INSERT INTO "EnvironmentLease" ("environmentId", holder, "fencingToken", "heartbeatAt", "expiresAt")
      SELECT id, ${holder}, 1, clock_timestamp(), clock_timestamp() + ${expiryMs}::float8 * interval '1 millisecond'
      FROM "Environment" WHERE id = ${environmentId}::uuid
      ON CONFLICT ("environmentId") DO UPDATE SET holder = excluded.holder,
        "fencingToken" = "EnvironmentLease"."fencingToken" + 1,
        "heartbeatAt" = excluded."heartbeatAt", "expiresAt" = excluded."expiresAt"
      WHERE "EnvironmentLease".holder = ${current?.holder ?? ''}
      RETURNING "fencingToken"`;
    const row = taken[0];
    return row ? { environmentId, holder, fencingToken: row.fencingToken } : null;
  });
}

function isGone(holder: string, self: LeaseHolder, isAlive: (pid: number) => boolean): boolean {
  const other = parseHolder(holder);
  return other !== null && isDeadNeighbour(self, other, isAlive);
}
