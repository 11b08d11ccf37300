import { type DecideGateInput, DomainError, type GateReviewView, type Principal } from '@jalon/contracts';
import { type Db, inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { toJson } from '../json';
import { stageOf } from '../reference';
import { requireUseCase, type UseCaseRow } from '../use-case/require-use-case';
import { staleVersion } from '../use-case/stale-version';
import { assertMayDecide, assertPassable, assertSameEvidence, isPassing } from './decision-rules';
import { findReviews } from './gate.repository';
import { notifyDecision } from './notify-gate';
import { snapshotOf } from './snapshot';
import { type GateStand, gateStand } from './stand';
import { transition } from './transition';
import { viewRound } from './view-round';

/** The round that the decision ends; a decision without one opens and ends it at once. */
async function endRound(
  tx: Db,
  principal: Principal,
  useCase: UseCaseRow,
  stand: GateStand,
  now: Date,
): Promise<string> {
  const { round, policy } = stand;
  if (round) {
    await tx.reviewRound.update({ where: { id: round.id }, data: { open: false }, select: { id: true } });
    return round.id;
  }
  if (!policy) throw new DomainError('CONFLICT', 'There is no gate to pass now.');
  const made = await tx.reviewRound.create({
    data: {
      useCaseId: useCase.id,
      policyVersionId: policy.versionId,
      requestedById: principal.userId,
      requestedAt: now,
      open: false,
    },
    select: { id: true },
  });
  return made.id;
}

async function raiseFindings(
  tx: Db,
  principal: Principal,
  input: DecideGateInput,
  roundId: string,
  now: Date,
): Promise<void> {
  if (input.findings.length === 0) return;
  const owners = await tx.user.count({
    where: { id: { in: input.findings.map(({ ownerId }) => ownerId) }, disabledAt: null },
  });
  if (owners < new Set(input.findings.map(({ ownerId }) => ownerId)).size) {
    const message = 'Choose somebody who can sign in to see to it.';
    throw new DomainError('VALIDATION', message, [{ path: 'findings', message }]);
  }
  await tx.finding.createMany({
    data: input.findings.map(({ dueDate, ...finding }) => ({
      ...finding,
      dueDate: new Date(dueDate),
      useCaseId: input.useCaseId,
      roundId,
      raisedById: principal.userId,
      raisedAt: now,
    })),
  });
}

/**
 * Records a decision on the gate that closes the present stage, with the checklist and the use case as they were
 * judged, and moves the stage: one transaction, never rewritten. Validated by contracts; the caller holds
 * `gate:decide`. STALE_VERSION when the use case, its estimate or an answer changed since it was opened (so a second
 * press decides nothing); GATE_NOT_MET for a go with open items, and for any with approvals missing, objections, or
 * findings of an earlier gate still open; FORBIDDEN for an owner approving their own; CONFLICT when it is closed or
 * there is no gate to pass; VALIDATION for a pivot that does not go back, or a conditional go without findings.
 */
export async function decideGate(
  context: CoreContext,
  principal: Principal,
  input: DecideGateInput,
): Promise<GateReviewView> {
  return inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, input.useCaseId, 'decide');
    if (useCase.version !== input.version) throw await staleVersion(tx, useCase, input.version);
    const now = context.clock.now();
    const stand = await gateStand(tx, useCase, now);
    const { stages, from, policy, items } = stand;
    const to = transition(
      stages.map((stage) => stage.key),
      { stage: from.key, status: useCase.status },
      input.decision,
      input.pivotTo,
      policy?.from.id === policy?.to.id && policy !== null,
    );
    if (!policy) throw new DomainError('CONFLICT', 'There is no gate to pass now.');
    const seat = await assertMayDecide(tx, principal, useCase, policy, input, now);
    const target = stageOf(stages, to.stage);
    assertSameEvidence(stand, input);
    await assertPassable(tx, principal, useCase, { ...stand, policy }, input, seat);
    const snapshot = await snapshotOf(tx, useCase.id);
    const moved = from.id !== target.id;
    const { count } = await tx.useCase.updateMany({
      where: { id: useCase.id, version: input.version },
      data: {
        status: to.status,
        version: input.version + 1,
        ...(moved ? { stageId: target.id, stageSince: now } : {}),
      },
    });
    if (count === 0) throw await staleVersion(tx, useCase, input.version);
    const roundId = await endRound(tx, principal, useCase, stand, now);
    await raiseFindings(tx, principal, input, roundId, now);
    const review = await tx.gateReview.create({
      data: {
        useCaseId: useCase.id,
        fromStageId: from.id,
        toStageId: target.id,
        decision: input.decision,
        rationale: input.rationale,
        checklist: toJson(items),
        snapshot: toJson({
          ...snapshot,
          policy: { number: policy.number, approvals: policy.approvals, enforcement: policy.enforcement },
          round: stand.round ? viewRound(stand.round, policy) : null,
          findings: input.findings,
          decidedAs: isPassing(input.decision) ? seat : null,
        }),
        roundId,
        decidedById: principal.userId,
        decidedAt: now,
      },
      select: { id: true },
    });
    await recordAudit(tx, principal, {
      action: 'gate.decided',
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: {
        version: input.version + 1,
        decision: input.decision,
        from: from.key,
        to: target.key,
        rationale: input.rationale,
        policy: policy.number,
        findings: input.findings.map(({ title }) => title),
        changed: { ...(moved ? { stage: {} } : {}), ...(to.status !== useCase.status ? { status: {} } : {}) },
      },
    });
    await notifyDecision(tx, principal, useCase, input, { roundId, to: target.key, now });
    await notifyChange(tx, { topic: 'use-case', id: useCase.id, useCaseId: useCase.id });
    const [decided] = await findReviews(tx, { id: review.id }, stages);
    if (!decided) throw new Error('A decision vanished within its own transaction');
    return decided;
  });
}
