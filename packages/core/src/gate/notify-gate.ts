import type { DecideGateInput, Principal, Role, StageKey } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { notifyPeople } from '../notification';
import type { UseCaseRow } from '../use-case/require-use-case';
import { OF_ROLE } from './approvals';
import type { Policy } from './policies';

/**
 * Tells everybody who approves in a role that the policy asks for, by their role in Jalon, by name or lent, that a gate
 * waits for them; without approvals whoever may decide. The owner is not among them unless they may approve their own.
 */
export async function notifyApprovers(
  tx: Db,
  principal: Principal,
  useCase: UseCaseRow,
  policy: Policy,
  now: Date,
): Promise<void> {
  const asked = policy.approvals.map(({ role }) => role);
  const roles = (Object.keys(OF_ROLE) as Role[]).filter((role) =>
    asked.length === 0 ? role !== 'ENGINEER' : OF_ROLE[role].some((approves) => asked.includes(approves)),
  );
  const [byRole, granted] = await Promise.all([
    tx.user.findMany({ where: { disabledAt: null, role: { in: roles } }, select: { id: true } }),
    tx.approverGrant.findMany({
      where: { role: { in: asked }, OR: [{ until: null }, { until: { gte: now } }] },
      select: { userId: true },
    }),
  ]);
  const people = [...byRole.map(({ id }) => id), ...granted.map(({ userId }) => userId)];
  await notifyPeople(
    tx,
    principal,
    people.filter((id) => policy.selfApproval || id !== useCase.ownerId),
    { kind: 'GATE_WAITING', useCaseId: useCase.id, data: { stage: policy.to.key } },
    now,
  );
}

/** Tells the owner and whoever asked for the review what was decided, and each owner of a finding of theirs. */
export async function notifyDecision(
  tx: Db,
  principal: Principal,
  useCase: UseCaseRow,
  { decision, findings }: Pick<DecideGateInput, 'decision' | 'findings'>,
  { roundId, to, now }: { roundId: string; to: StageKey; now: Date },
): Promise<void> {
  const round = await tx.reviewRound.findUniqueOrThrow({
    where: { id: roundId },
    select: { requestedById: true },
  });
  const useCaseId = useCase.id;
  await notifyPeople(
    tx,
    principal,
    [useCase.ownerId, round.requestedById],
    { kind: 'DECIDED', useCaseId, data: { decision, stage: to } },
    now,
  );
  for (const { ownerId, title, dueDate } of findings) {
    await notifyPeople(
      tx,
      principal,
      [ownerId],
      { kind: 'FINDING', useCaseId, data: { title, dueDate } },
      now,
    );
  }
}
