import {
  DomainError,
  LIFECYCLE_ACTIONS,
  type LifecycleAction,
  type Principal,
  type StageKey,
  type UseCaseStatus,
} from '@jalon/contracts';
import { isClosed } from './rights';

export interface LifePosition {
  status: UseCaseStatus;
  stage: StageKey;
}

const REFUSALS: Record<LifecycleAction, string> = {
  HOLD: 'Only an active use case can be put on hold.',
  REJECT:
    'Only an open use case that is not in production can be rejected. What is in production is retired.',
  RETIRE: 'Only a use case in production can be retired. Before that it is rejected.',
  RESTORE: 'It is active already: there is nothing to restore.',
};

/** Where an action leads from here: pure. Null where it leads nowhere. */
export function lifecycleTarget(from: LifePosition, action: LifecycleAction): UseCaseStatus | null {
  const open = !isClosed(from.status);
  switch (action) {
    case 'HOLD':
      return from.status === 'ACTIVE' ? 'ON_HOLD' : null;
    case 'REJECT':
      return open && from.stage !== 'production' ? 'REJECTED' : null;
    case 'RETIRE':
      return open && from.stage === 'production' ? 'RETIRED' : null;
    case 'RESTORE':
      return from.status === 'ACTIVE' ? null : 'ACTIVE';
  }
}

/** The same, or CONFLICT saying what would be possible. */
export function requireTarget(from: LifePosition, action: LifecycleAction): UseCaseStatus {
  const target = lifecycleTarget(from, action);
  if (target) return target;
  throw new DomainError('CONFLICT', REFUSALS[action]);
}

/**
 * Whether somebody may turn the life of a use case: its owner and an admin. What is closed was closed with a
 * reason, perhaps by a gate: only an admin opens it again.
 */
export function mayTurn(
  principal: Principal,
  useCase: { ownerId: string; status: UseCaseStatus },
  action: LifecycleAction,
): boolean {
  if (principal.role === 'ADMIN') return true;
  if (action === 'RESTORE' && isClosed(useCase.status)) return false;
  return principal.role === 'BUSINESS' && useCase.ownerId === principal.userId;
}

/** The actions that are open to a person here, in the order of a menu. */
export function openActions(
  principal: Principal,
  useCase: LifePosition & { ownerId: string },
): LifecycleAction[] {
  return LIFECYCLE_ACTIONS.filter(
    (action) => lifecycleTarget(useCase, action) !== null && mayTurn(principal, useCase, action),
  );
}
