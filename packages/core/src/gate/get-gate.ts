import { DomainError, type GateView, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { loadStages, stageOf, stageView } from '../reference';
import { requireUseCase, type UseCaseRow } from '../use-case/require-use-case';
import { isClosed, useCaseRights } from '../use-case/rights';
import { checklistOf, tally } from './checklist';
import { findReviews } from './gate.repository';
import { gatherFacts } from './gather-facts';

function refusalOf(principal: Principal, useCase: UseCaseRow): GateView['refusal'] {
  if (isClosed(useCase.status)) return 'CLOSED';
  const rights = useCaseRights(principal, useCase);
  if (!rights.decide) return 'NO_RIGHT';
  return rights.approve ? null : 'OWN_USE_CASE';
}

/** The next gate of a use case, judged now, and every decision so far. The caller holds `portfolio:read`. */
export async function getGate(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<GateView> {
  const { db, clock } = context;
  const useCase = await requireUseCase(db, principal, input.useCaseId, 'read');
  const [stages, facts] = await Promise.all([loadStages(db), gatherFacts(db, [useCase.id], clock.now())]);
  const own = facts.get(useCase.id);
  if (!own) throw new DomainError('NOT_FOUND', 'There is no such use case, or you may not see it.');
  const from = stageOf(stages, useCase.stageId);
  const to = stages.find((stage) => stage.position > from.position);
  const items = checklistOf(from.key, own);
  return {
    next: to ? { from: stageView(from), to: stageView(to), items, ...tally(items) } : null,
    earlier: stages.filter((stage) => stage.position < from.position).map(stageView),
    reviews: await findReviews(db, { useCaseId: useCase.id }, stages),
    version: useCase.version,
    estimateId: own.estimate?.id ?? null,
    refusal: refusalOf(principal, useCase),
  };
}
