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

/** What the gates ask, and the reviews under way, by use case id. */
export interface GatesInForce {
  policies: ReadonlyMap<StageKey, Policy>;
  rounds: ReadonlyMap<string, Round>;
}

/**
 * What waits for a person: gates that they may approve and that are ready; the KPIs in production, and the
 * missing estimates, of what they own. An admin answers for everything.
 */
export function needsOf(
  principal: Principal,
  useCases: readonly UseCaseListItem[],
  facts: ReadonlyMap<string, GateFacts>,
  gates: GatesInForce,
): Need[] {
  return useCases.flatMap((useCase) => {
    if (useCase.status !== 'ACTIVE') return [];
    const reference = { id: useCase.id, number: useCase.number, title: useCase.title };
    const needs: Need[] = [];
    const own = facts.get(useCase.id);
    const policy = gates.policies.get(useCase.stage.key);
    const next = policy && policy.to.id !== policy.from.id ? policy.to : null;
    const ownership = { ownerId: useCase.owner.id, status: useCase.status, memberIds: [] };
    const rights = useCaseRights(principal, ownership);
    const given = gates.rounds.get(useCase.id);
    if (own && policy && next && rights.approve && tally(checklistOf(policy.items, own, given)).ready) {
      needs.push({ kind: 'GATE_READY', useCase: reference, stage: stageView(next) });
    }
    if (!rights.edit) return needs;
    if (!useCase.range) needs.push({ kind: 'NO_ESTIMATE', useCase: reference });
    if (useCase.stage.key === 'production') needs.push(...kpiNeeds(useCase, reference));
    return needs;
  });
}
