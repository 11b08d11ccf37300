import { DomainError, type GateDecision, type StageKey, type UseCaseStatus } from '@jalon/contracts';

export interface Position {
  stage: StageKey;
  status: UseCaseStatus;
}

/**
 * Where a decision leads: pure. `order` is every stage key in order; `again` says that the last stage is due to be
 * approved again. Throws CONFLICT for a use case that is
 * closed or in the last stage, VALIDATION on `pivotTo` for a pivot that does not go back.
 */
export function transition(
  order: readonly StageKey[],
  from: Position,
  decision: GateDecision,
  pivotTo?: StageKey,
  again = false,
): Position {
  if (from.status === 'REJECTED' || from.status === 'RETIRED') {
    throw new DomainError('CONFLICT', 'This use case is closed: there is nothing left to decide.');
  }
  const at = order.indexOf(from.stage);
  const next = order[at + 1] ?? (again ? from.stage : undefined);
  if (!next) throw new DomainError('CONFLICT', 'This use case is in the last stage: it has no gate left.');
  switch (decision) {
    case 'GO':
    case 'CONDITIONAL_GO':
      return { stage: next, status: 'ACTIVE' };
    case 'HOLD':
      return { stage: from.stage, status: 'ON_HOLD' };
    case 'NO_GO':
      return { stage: from.stage, status: 'REJECTED' };
    case 'PIVOT': {
      const to = pivotTo ?? order[at - 1];
      const back = to ? order.indexOf(to) : -1;
      if (to && back >= 0 && back < at) return { stage: to, status: 'ACTIVE' };
      const message =
        at === 0
          ? 'There is no stage before this one to go back to. Edit the use case, or put it on hold.'
          : 'A pivot goes back: choose a stage before the present one.';
      throw new DomainError('VALIDATION', message, [{ path: 'pivotTo', message }]);
    }
  }
}
