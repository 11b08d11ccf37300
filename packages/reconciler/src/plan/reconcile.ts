import type { DesiredState, ObservedState, Plan } from '@jalon/contracts';
import { planRun } from './plan-run';
import { planRemove, planStop } from './plan-stop';
import { DEFAULT_POLICY, type ReconcilePolicy } from './reconcile-policy';

/**
 * What to do so that the host is as it should be. Pure: the same input gives the same plan, key for key, and applying
 * a plan, or any part of it, and reconciling again ends in the same place.
 * RESTART, and dependents with `restart: true` after a crash, compare `startedAt`: observe exactly for those.
 * @param desired the revision; `emptyState(target)` is enough for REMOVE, and for STOP when there is none.
 * @param policy what was asked for (DEPLOY when left out), windows, deadlines, refusals.
 * @param now the present moment, on the clock of the engine's host.
 * @throws DomainError COMPOSE_INVALID when services wait for each other.
 */
export function reconcile(
  desired: DesiredState,
  observed: ObservedState,
  policy: Partial<ReconcilePolicy>,
  now: Date,
): Plan {
  const complete = { ...DEFAULT_POLICY, ...policy };
  switch (complete.action) {
    case 'STOP':
      return planStop(desired, observed, complete);
    case 'REMOVE':
      return planRemove(desired, observed, complete);
    case 'DEPLOY':
    case 'START':
    case 'RESTART':
      return planRun(desired, observed, complete, now);
  }
}
