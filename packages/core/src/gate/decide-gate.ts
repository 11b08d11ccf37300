import {
  type DecideGateInput,
  DomainError,
  type GateItem,
  type GateReviewView,
  type Principal,
} from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { toJson } from '../json';
import { loadStages, stageOf } from '../reference';
import { requireUseCase, type UseCaseRow } from '../use-case/require-use-case';
import { useCaseRights } from '../use-case/rights';
import { staleVersion } from '../use-case/stale-version';
import { checklistOf, tally } from './checklist';
import type { GateFacts } from './facts';
import { findReviews } from './gate.repository';
import { gatherFacts } from './gather-facts';
import { snapshotOf } from './snapshot';
import { transition } from './transition';

const APPROVALS = new Set(['GO', 'CONDITIONAL_GO']);

function assertMayApprove(principal: Principal, useCase: UseCaseRow, input: DecideGateInput): void {
  if (!APPROVALS.has(input.decision) || useCaseRights(principal, useCase).approve) return;
  throw new DomainError(
    'FORBIDDEN',
    'You own this use case, and nobody approves their own. Ask another approver, or an admin, to decide.',
  );
}

function assertReady(items: readonly GateItem[], input: DecideGateInput): void {
  if (input.decision !== 'GO' || tally(items).ready) return;
  const open = items.filter((item) => item.state === 'NOT_MET');
  throw new DomainError(
    'GATE_NOT_MET',
    `${open.length} of the gate's items are not met. Meet them, or decide a conditional go and say what must follow.`,
    open.map((item) => ({ path: `checklist.${item.key}`, message: item.evidence.key })),
  );
}

function assertSameEstimate(facts: GateFacts, input: DecideGateInput): void {
  if ((facts.estimate?.id ?? null) === input.estimateId) return;
  throw new DomainError(
    'STALE_VERSION',
    'The value was estimated again after you opened this gate. Nothing was saved: look at the new range, then decide.',
    [{ path: 'estimate', message: 'There is a newer estimate.' }],
  );
}

/**
 * Records a decision on the gate that closes the present stage, with the checklist and the use case as they were
 * judged, and moves the stage: one transaction, never rewritten. Validated by contracts; the caller holds
 * `gate:decide`. STALE_VERSION when the use case or its estimate changed since it was opened (so a second press
 * decides nothing); GATE_NOT_MET for a go with open items; FORBIDDEN for an owner approving their own; CONFLICT
 * when it is closed or in the last stage; VALIDATION for a pivot that does not go back.
 */
export async function decideGate(
  context: CoreContext,
  principal: Principal,
  input: DecideGateInput,
): Promise<GateReviewView> {
  return inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, input.useCaseId, 'decide');
    if (useCase.version !== input.version) throw await staleVersion(tx, useCase, input.version);
    assertMayApprove(principal, useCase, input);
    const stages = await loadStages(tx);
    const from = stageOf(stages, useCase.stageId);
    const to = transition(
      stages.map((stage) => stage.key),
      { stage: from.key, status: useCase.status },
      input.decision,
      input.pivotTo,
    );
    const target = stageOf(stages, to.stage);
    const now = context.clock.now();
    const facts = (await gatherFacts(tx, [useCase.id], now)).get(useCase.id);
    if (!facts) throw new DomainError('NOT_FOUND', 'There is no such use case, or you may not see it.');
    assertSameEstimate(facts, input);
    const items = checklistOf(from.key, facts);
    assertReady(items, input);
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
    const review = await tx.gateReview.create({
      data: {
        useCaseId: useCase.id,
        fromStageId: from.id,
        toStageId: target.id,
        decision: input.decision,
        rationale: input.rationale,
        checklist: toJson(items),
        snapshot: toJson(snapshot),
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
        changed: { ...(moved ? { stage: {} } : {}), ...(to.status !== useCase.status ? { status: {} } : {}) },
      },
    });
    await notifyChange(tx, { topic: 'use-case', id: useCase.id, useCaseId: useCase.id });
    const [decided] = await findReviews(tx, { id: review.id }, stages);
    if (!decided) throw new Error('A decision vanished within its own transaction');
    return decided;
  });
}
