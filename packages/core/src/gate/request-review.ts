import {
  DomainError,
  type GateView,
  type Principal,
  type RequestReviewInput,
  useCaseReference,
} from '@jalon/contracts';
import { type Db, inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireUseCase } from '../use-case/require-use-case';
import { isClosed } from '../use-case/rights';
import { staleVersion } from '../use-case/stale-version';
import { getGate } from './get-gate';
import { notifyApprovers } from './notify-gate';
import type { Policy } from './policies';
import { assertMayAnswer } from './round-rights';
import { gateStand } from './stand';

/** What was answered the last time this gate was reviewed need not be typed again. */
async function keepAnswers(tx: Db, useCaseId: string, roundId: string, policy: Policy): Promise<void> {
  const [before] = await tx.gateReview.findMany({
    where: { useCaseId, fromStageId: policy.from.id, roundId: { not: null } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    take: 1,
    select: { round: { select: { answers: true } } },
  });
  const asked = new Set(policy.items.map(({ key }) => key));
  const answers = before?.round?.answers.filter(({ itemKey }) => asked.has(itemKey)) ?? [];
  await tx.reviewAnswer.createMany({ data: answers.map((answer) => ({ ...answer, roundId })) });
}

/**
 * Asks for the review of the next gate, on the policy in force, which it keeps. Validated by contracts; the caller
 * holds `portfolio:read`. Owner, members of the project or admin, else FORBIDDEN; NOT_FOUND; STALE_VERSION; CONFLICT
 * when a review is under way, the use case is closed, or there is no gate to pass.
 */
export async function requestReview(
  context: CoreContext,
  principal: Principal,
  input: RequestReviewInput,
): Promise<GateView> {
  return inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, input.useCaseId, 'read');
    const now = context.clock.now();
    const name = useCaseReference(useCase.number);
    if (isClosed(useCase.status))
      throw new DomainError('CONFLICT', `${name} is closed: nothing is left to review.`);
    assertMayAnswer(principal, useCase);
    if (useCase.version !== input.version) throw await staleVersion(tx, useCase, input.version);
    await tx.$queryRaw`SELECT id FROM "UseCase" WHERE id = ${useCase.id}::uuid FOR UPDATE`;
    const { policy, round } = await gateStand(tx, useCase, now);
    if (round) throw new DomainError('CONFLICT', `A review of ${name} is under way already.`);
    if (!policy) throw new DomainError('CONFLICT', `${name} has no gate to pass now.`);
    const made = await tx.reviewRound.create({
      data: {
        useCaseId: useCase.id,
        policyVersionId: policy.versionId,
        requestedById: principal.userId,
        requestedAt: now,
        note: input.note,
      },
      select: { id: true },
    });
    await keepAnswers(tx, useCase.id, made.id, policy);
    await recordAudit(tx, principal, {
      action: 'gate.requested',
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: { from: policy.from.key, to: policy.to.key, policy: policy.number, note: input.note },
    });
    await notifyApprovers(tx, principal, useCase, policy, now);
    await notifyChange(tx, { topic: 'use-case', id: useCase.id, useCaseId: useCase.id });
    return getGate({ ...context, db: tx }, principal, input);
  });
}
