import type { DeploymentAction, Refusal } from '@jalon/contracts';

/** How a plan is made: what was asked for, how long things may take, and what forbids it. */
export interface ReconcilePolicy {
  /** DEPLOY and START converge on the revision; RESTART does, and starts every service again. */
  action: DeploymentAction;
  /** When a restart was asked for (ISO 8601): what started later is not started again. Default: now. */
  requestedAt: string | null;
  /** How long a container without a health check must be up before it counts, ms. */
  runningWindowMs: number;
  /** A health check has at least this long to turn green, ms; more when its own figures need more. */
  minHealthDeadlineMs: number;
  /** How long a container that others wait to complete may take, ms. */
  completionDeadlineMs: number;
  /** How long the container before goes on serving once the gateway leads to its successor, ms. */
  drainMs: number;
  /** From `checkPolicy` and `preflight`; they travel with the plan, and such a plan is never executed. */
  refusals: Refusal[];
}

export const DEFAULT_POLICY: ReconcilePolicy = {
  action: 'DEPLOY',
  requestedAt: null,
  runningWindowMs: 3_000,
  minHealthDeadlineMs: 60_000,
  completionDeadlineMs: 600_000,
  // Longer than the gateway remembers a route whose change it was not told of.
  drainMs: 2_500,
  refusals: [],
};
