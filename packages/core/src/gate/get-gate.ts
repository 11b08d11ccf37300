import { allows, type GateView, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { stageView } from '../reference';
import { requireUseCase, type UseCaseRow } from '../use-case/require-use-case';
import { isClosed, useCaseRights } from '../use-case/rights';
import { approvalRights, rightsAt } from './approvals';
import { tally } from './checklist';
import { findFindings } from './findings';
import { findReviews } from './gate.repository';
import { mayAnswer } from './round-rights';
import { type GateStand, gateStand } from './stand';
import { viewRound } from './view-round';

function refusalOf(principal: Principal, useCase: UseCaseRow, { policy }: GateStand): GateView['refusal'] {
  if (isClosed(useCase.status)) return 'CLOSED';
  if (!useCaseRights(principal, useCase).decide) return 'NO_RIGHT';
  return useCase.ownerId === principal.userId && !policy?.selfApproval ? 'OWN_USE_CASE' : null;
}

/** The next gate of a use case, judged now, its round, and every decision so far. The caller holds `portfolio:read`. */
export async function getGate(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<GateView> {
  const { db, clock } = context;
  const now = clock.now();
  const useCase = await requireUseCase(db, principal, input.useCaseId, 'read');
  const stand = await gateStand(db, useCase, now);
  const { stages, from, policy, round, facts, items, missing } = stand;
  const [reviews, findings, held, people] = await Promise.all([
    findReviews(db, { useCaseId: useCase.id }, stages),
    findFindings(db, useCase.id, principal, now),
    approvalRights(db, principal, now),
    db.user.findMany({
      where: { disabledAt: null },
      orderBy: { name: 'asc' },
      take: 500,
      select: { id: true, name: true },
    }),
  ]);
  const refusal = refusalOf(principal, useCase, stand);
  const verdictRights = policy && round ? rightsAt(held, principal, useCase, policy) : [];
  return {
    next: policy
      ? {
          from: stageView(policy.from),
          to: stageView(policy.to),
          items,
          ...tally(items),
          terms: {
            policyNumber: policy.number,
            enforcement: policy.enforcement,
            needed: policy.approvals,
            missing,
          },
        }
      : null,
    round: policy && round ? viewRound(round, policy) : null,
    findings,
    rights: {
      request: !round && policy !== null && mayAnswer(principal, useCase),
      answer: round !== null && mayAnswer(principal, useCase),
      waive: round !== null && refusal === null && allows(principal.role, 'gate:decide'),
      approveAs: [...new Set(verdictRights.map(({ role }) => role))],
    },
    people,
    earlier: stages.filter((stage) => stage.position < from.position).map(stageView),
    reviews,
    version: useCase.version,
    estimateId: facts.estimate?.id ?? null,
    refusal,
  };
}
