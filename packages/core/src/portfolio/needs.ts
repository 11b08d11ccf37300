import type { KpiSummary, Need, NeedKind, Principal, UseCaseListItem } from '@jalon/contracts';
import { checklistOf, type GateFacts, tally } from '../gate';
import type { StageRow } from '../reference';
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

/**
 * What waits for a person: gates that they may approve and that are ready; the KPIs in production, and the
 * missing estimates, of what they own. An admin answers for everything.
 */
export function needsOf(
  principal: Principal,
  useCases: readonly UseCaseListItem[],
  facts: ReadonlyMap<string, GateFacts>,
  stages: readonly StageRow[],
): Need[] {
  return useCases.flatMap((useCase) => {
    if (useCase.status !== 'ACTIVE') return [];
    const reference = { id: useCase.id, number: useCase.number, title: useCase.title };
    const needs: Need[] = [];
    const own = facts.get(useCase.id);
    const next = stages.find((stage) => stage.position > useCase.stage.position);
    const ownership = { ownerId: useCase.owner.id, status: useCase.status, memberIds: [] };
    const rights = useCaseRights(principal, ownership);
    if (own && next && rights.approve && tally(checklistOf(useCase.stage.key, own)).ready) {
      needs.push({ kind: 'GATE_READY', useCase: reference, stage: stageView(next) });
    }
    if (!rights.edit) return needs;
    if (!useCase.range) needs.push({ kind: 'NO_ESTIMATE', useCase: reference });
    if (useCase.stage.key === 'production') needs.push(...kpiNeeds(useCase, reference));
    return needs;
  });
}
