import type { CoreContext } from '@jalon/core';
import type { LeaseHolder } from '@jalon/core/lease';
import type { VariableCipher } from '@jalon/core/variable';
import type { Engines } from './engine/engines';

/** How patient the worker is; a test is less so. Milliseconds. */
export interface Timing {
  heartbeatMs: number;
  leaseExpiryMs: number;
  /** How often a wish to cancel is looked for, beside the announcement. */
  cancelPollMs: number;
  /** How often every key is looked at again, beside the announcements. */
  sweepMs: number;
  /** A container without a health check must be up this long. */
  runningWindowMs: number;
}

export const DEFAULT_TIMING: Timing = {
  heartbeatMs: 5_000,
  leaseExpiryMs: 15_000,
  cancelPollMs: 1_000,
  sweepMs: 5_000,
  runningWindowMs: 3_000,
};

/** What every runner is given, made once in main.ts. */
export interface WorkerTools {
  context: CoreContext;
  cipher: VariableCipher;
  engines: Engines;
  identity: LeaseHolder;
  /** The gateway's own container, when it is one: it must be on each stack's network. */
  gatewayContainer: string | null;
  /** Aborts when the process is asked to stop. */
  stopping: AbortSignal;
  timing: Timing;
}
