import type { CoreContext } from '../context';
import { LEASE_EXPIRY_MS, type Lease } from './lease';

/** Puts the expiry off. False: somebody else holds the lease by now. */
export async function renewEnvironmentLease(
  context: CoreContext,
  lease: Lease,
  expiryMs: number = LEASE_EXPIRY_MS,
): Promise<boolean> {
  const count = await context.db.$executeRaw`
    UPDATE "EnvironmentLease" SET "heartbeatAt" = clock_timestamp(),
      "expiresAt" = clock_timestamp() + ${expiryMs}::float8 * interval '1 millisecond'
    WHERE "environmentId" = ${lease.environmentId}::uuid AND "fencingToken" = ${lease.fencingToken}
      AND holder = ${lease.holder}`;
  return count === 1;
}

/** Gives the lease back. The row stays, so that the token never goes back; a lost lease is left alone. */
export async function releaseEnvironmentLease(context: CoreContext, lease: Lease): Promise<void> {
  await context.db.$executeRaw`
    UPDATE "EnvironmentLease" SET "expiresAt" = clock_timestamp()
    WHERE "environmentId" = ${lease.environmentId}::uuid AND "fencingToken" = ${lease.fencingToken}
      AND holder = ${lease.holder}`;
}
