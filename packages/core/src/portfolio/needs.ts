import type { KpiSummary, Need, NeedKind, Principal, UseCaseListItem } from '@jalon/contracts';
import { checklistOf, tally } from '../gate/checklist';
import type { GateFacts } from '../gate/facts';
import type { Policy } from '../gate/policies';
import type { Round } from '../gate/rounds';
import { stageView } from '../reference';
import { useCaseRights } from '../use-case/rights';

const KIND_OF: Partial<Record<KpiSummary['state'], NeedKind>> = {
  OFF_TARGET: 'KPI_OFF_TARGET',
  LATE: 'KPI_LATE',
  NO_SAMPLES: 'KPI_NO_SAMPLES',
};

function kpiNeeds(useCase: UseCaseListItem, reference: Need['useCase']): Need[] {
  return useCase.kpis.flatMap(({ state, name, unit, last, target }) => {
    const kind = KIND_OF[state];
    if (!kind) return [];
    const kpi = { name, unit, value: last?.value ?? null, target, at: last?.at ?? null };
    return [{ kind, useCase: reference, kpi }];
  });
}

/** A use case, what its gate looks at, and the review under way. */
export interface NeedSubject {
  useCase: UseCaseListItem;
  facts: GateFacts | undefined;
  round: Round | undefined;
}

/** What there is to do at a use case, whoever may do it. */
export interface NeedsThere {
  /** Its gate is ready to be decided. */
  gate: Need | null;
  /** For who may edit it. */
  own: Need[];
}

const NOTHING: NeedsThere = { gate: null, own: [] };

/**
 * What waits at one use case: its gate, when it is ready; a KPI in production, and the missing estimate. Pure.
 * @param policy of the gate that closes its stage
 */
export function needsThere(policy: Policy | undefined, { useCase, facts, round }: NeedSubject): NeedsThere {
  if (useCase.status !== 'ACTIVE') return NOTHING;
  const reference = { id: useCase.id, number: useCase.number, title: useCase.title };
  const next = policy && policy.to.id !== policy.from.id ? policy.to : null;
  const ready = policy && next && facts && tally(checklistOf(policy.items, facts, round)).ready;
  const own: Need[] = useCase.range ? [] : [{ kind: 'NO_ESTIMATE', useCase: reference }];
  if (useCase.stage.key === 'production') own.push(...kpiNeeds(useCase, reference));
  return {
    gate: ready ? { kind: 'GATE_READY', useCase: reference, stage: stageView(next) } : null,
    own,
  };
}

/** What of it is for a person: gates that they may approve, and what they own. An admin answers for everything. */
export function needsFor(principal: Principal, { useCase }: NeedSubject, { gate, own }: NeedsThere): Need[] {
  if (!gate && own.length === 0) return [];
  const { owner, contributorIds, status } = useCase;
  const rights = useCaseRights(principal, { ownerId: owner.id, contributorIds, status, memberIds: [] });
  return [
    ...(gate && rights.approve ? [gate] : []),
    ...(rights.edit ? own.filter(({ kind }) => kind !== 'NO_ESTIMATE' || rights.estimate) : []),
  ];
}
