import type { KpiSummary, Need, NeedKind, Principal, StageKey, UseCaseListItem } from '@jalon/contracts';
import { checklistOf, type GateFacts, type Policy, type Round, tally } from '../gate';
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

/** Whether a gate would let a use case through as it is. */
export function isReady(policy: Policy, { facts, round }: NeedSubject): boolean {
  return facts !== undefined && tally(checklistOf(policy.items, facts, round)).ready;
}

/**
 * What waits for a person at one use case: a gate that they may approve and that is ready; a KPI in production, and the
 * missing estimate, of what they own. An admin answers for everything.
 * @param ready `isReady`, or what is remembered of it
 */
export function needsAt(
  principal: Principal,
  policies: ReadonlyMap<StageKey, Policy>,
  subject: NeedSubject,
  ready: typeof isReady = isReady,
): Need[] {
  const { useCase } = subject;
  if (useCase.status !== 'ACTIVE') return [];
  const reference = { id: useCase.id, number: useCase.number, title: useCase.title };
  const needs: Need[] = [];
  const policy = policies.get(useCase.stage.key);
  const next = policy && policy.to.id !== policy.from.id ? policy.to : null;
  const ownership = { ownerId: useCase.owner.id, status: useCase.status, memberIds: [] };
  const rights = useCaseRights(principal, ownership);
  if (policy && next && rights.approve && ready(policy, subject)) {
    needs.push({ kind: 'GATE_READY', useCase: reference, stage: stageView(next) });
  }
  if (!rights.edit) return needs;
  if (!useCase.range) needs.push({ kind: 'NO_ESTIMATE', useCase: reference });
  if (useCase.stage.key === 'production') needs.push(...kpiNeeds(useCase, reference));
  return needs;
}
