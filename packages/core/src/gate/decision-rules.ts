import {
  type ApprovalRole,
  type DecideGateInput,
  DomainError,
  type GateDecision,
  type Principal,
} from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { UseCaseRow } from '../use-case/require-use-case';
import { approvalRights, countingVerdicts, missingApprovals, rightsAt } from './approvals';
import { openItems } from './checklist';
import type { Policy } from './policies';
import type { GateStand } from './stand';

/** Whether a decision lets the use case pass. */
export function isPassing(decision: GateDecision): boolean {
  return decision === 'GO' || decision === 'CONDITIONAL_GO';
}

/**
 * The roles in which whoever decides approves by deciding. FORBIDDEN for a go on one's own use case, unless the
 * policy says that this may be.
 */
export async function assertMayDecide(
  db: Db,
  principal: Principal,
  useCase: UseCaseRow,
  policy: Policy,
  { decision }: DecideGateInput,
  now: Date,
): Promise<ApprovalRole[]> {
  const rights = rightsAt(await approvalRights(db, principal, now), principal, useCase, policy);
  if (isPassing(decision) && useCase.ownerId === principal.userId && !policy.selfApproval) {
    throw new DomainError(
      'FORBIDDEN',
      'You own this use case, and nobody approves their own. Ask another approver, or an admin, to decide.',
    );
  }
  return [...new Set(rights.map(({ role }) => role))];
}

/** STALE_VERSION when the estimate or an answer is another than the one that was read. */
export function assertSameEvidence({ facts, round }: GateStand, input: DecideGateInput): void {
  if ((facts.estimate?.id ?? null) !== input.estimateId) {
    throw new DomainError(
      'STALE_VERSION',
      'The value was estimated again after you opened this gate. Nothing was saved: look at the new range, then decide.',
      [{ path: 'estimate', message: 'There is a newer estimate.' }],
    );
  }
  if (round && input.revision !== undefined && round.revision !== input.revision) {
    throw new DomainError(
      'STALE_VERSION',
      'An answer was changed after you opened this gate. Nothing was saved: read the answers again, then decide.',
      [{ path: 'revision', message: 'There are newer answers.' }],
    );
  }
}

function assertFindings({ decision, findings }: DecideGateInput): void {
  const conditional = decision === 'CONDITIONAL_GO';
  if (conditional === findings.length > 0) return;
  const message = conditional
    ? 'A conditional go says what must follow: add a finding, with its owner and its day.'
    : 'Findings belong to a conditional go. Take them out, or decide a conditional go.';
  throw new DomainError('VALIDATION', message, [{ path: 'findings', message }]);
}

async function assertEarlierFindingsClosed(db: Db, useCase: UseCaseRow): Promise<void> {
  const open = await db.finding.findMany({
    where: { useCaseId: useCase.id, closedAt: null },
    select: { id: true, title: true },
  });
  if (open.length === 0) return;
  throw new DomainError(
    'GATE_NOT_MET',
    `${open.length} findings of an earlier gate are still open. They are closed before the next go.`,
    open.map(({ id, title }) => ({ path: `findings.${id}`, message: title })),
  );
}

/**
 * The approvals of a round with the one that is in the decision itself: a person who has given no verdict approves,
 * by deciding, in one role that is still missing.
 */
function stillMissing(stand: GateStand, policy: Policy, userId: string, seat: readonly ApprovalRole[]) {
  const given = countingVerdicts(stand.round);
  const missing = missingApprovals(policy.approvals, given);
  if (given.some((verdict) => verdict.userId === userId)) return missing;
  const own = missing.find(({ role }) => seat.includes(role));
  return own ? missingApprovals(missing, [{ role: own.role, verdict: 'APPROVED' }]) : missing;
}

/** What a go and a conditional go wait for: see decideGate. */
export async function assertPassable(
  db: Db,
  principal: Principal,
  useCase: UseCaseRow,
  stand: GateStand & { policy: Policy },
  input: DecideGateInput,
  seat: readonly ApprovalRole[],
): Promise<void> {
  assertFindings(input);
  if (!isPassing(input.decision)) return;
  const { policy, items, round } = stand;
  const open = openItems(items);
  if (input.decision === 'GO' && open.length > 0 && policy.enforcement === 'PREVENT') {
    throw new DomainError(
      'GATE_NOT_MET',
      `${open.length} of the gate's items are not met. Meet them, or decide a conditional go and say what must follow.`,
      open.map((item) => ({ path: `checklist.${item.key}`, message: item.evidence.key })),
    );
  }
  await assertEarlierFindingsClosed(db, useCase);
  const objection = countingVerdicts(round).find(({ verdict }) => verdict === 'OBJECTED');
  if (objection) {
    throw new DomainError(
      'GATE_NOT_MET',
      `${objection.by} objects. Answer the objection, or decide a hold, a pivot or a no-go.`,
      [{ path: 'approvals', message: objection.comment }],
    );
  }
  const missing = stillMissing(stand, policy, principal.userId, seat);
  if (missing.length === 0) return;
  throw new DomainError(
    'GATE_NOT_MET',
    'Approvals are missing: ask for a review, and whoever may give them to do so.',
    missing.map(({ role, count }) => ({ path: `approvals.${role}`, message: `${count} more` })),
  );
}
