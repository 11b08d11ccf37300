/** The right to act on one environment. A newer token means that somebody else holds it now. */
export interface Lease {
  environmentId: string;
  holder: string;
  fencingToken: bigint;
}

/** A lease that is not renewed for this long may be taken. Milliseconds. */
export const LEASE_EXPIRY_MS = 15_000;

/** How often a holder renews. Milliseconds. */
export const LEASE_HEARTBEAT_MS = 5_000;

/** The token moved on, or the lease ran out: whatever was being done must stop at once, without another write. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  constructor(readonly subject: string) {
    super(`the lease on ${subject} is held by another worker`);
  }
}
