import {
  type DecisionPack,
  type DecisionPackInput,
  DomainError,
  judgedUseCaseSchema,
  type Principal,
} from '@jalon/contracts';
import { pertMean } from '@jalon/value';
import type { CoreContext } from '../context';
import { loadStages } from '../reference';
import { findFindings } from './findings';
import { findReviews } from './gate.repository';

interface Kept {
  round?: DecisionPack['round'];
  policy?: { number?: number };
}

/**
 * A decision with all that it was taken on, as it was kept then; only its findings are as they stand today.
 * Validated by contracts; the caller holds `portfolio:read`. NOT_FOUND for a decision that is not of this use case.
 */
export async function getDecisionPack(
  { db, clock }: CoreContext,
  principal: Principal,
  { number, reviewId }: DecisionPackInput,
): Promise<DecisionPack> {
  const row = await db.gateReview.findFirst({
    where: { id: reviewId, useCase: { number } },
    select: { useCaseId: true, roundId: true },
  });
  const [found] = row ? await findReviews(db, { id: reviewId }, await loadStages(db)) : [];
  if (!row || !found) throw new DomainError('NOT_FOUND', 'This use case has no such decision.');
  const { snapshot, ...review } = found;
  const kept = snapshot as Kept;
  const judged = judgedUseCaseSchema.parse(snapshot);
  const all = row.roundId ? await findFindings(db, row.useCaseId, principal, clock.now()) : [];
  return {
    number,
    review,
    judged: { ...judged, expected: judged.estimate ? pertMean(judged.estimate) : null },
    round: kept.round ?? null,
    policyNumber: kept.policy?.number ?? null,
    findings: all.filter(({ roundId }) => roundId === row.roundId),
  };
}
