import {
  type ApproverGrantView,
  DomainError,
  type GrantApproverInput,
  type Principal,
} from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { namesOf } from '../gate/rounds';

/**
 * Who approves beyond what their role gives them: named by an admin, or lent and not yet over. The caller holds
 * `setting:write`.
 */
export async function listApprovers({ db, clock }: CoreContext): Promise<ApproverGrantView[]> {
  const rows = await db.approverGrant.findMany({
    where: { OR: [{ until: null }, { until: { gte: clock.now() } }] },
    orderBy: [{ role: 'asc' }, { at: 'asc' }],
  });
  const nameOf = await namesOf(
    db,
    rows.flatMap(({ userId, lenderId }) => (lenderId ? [userId, lenderId] : [userId])),
  );
  return rows.map(({ id, userId, role, lenderId, until }) => ({
    id,
    name: nameOf(userId),
    role,
    lentBy: lenderId ? nameOf(lenderId) : null,
    until,
  }));
}

/**
 * Names a person who approves in a role. Validated by contracts; the caller holds `setting:write`. NOT_FOUND for a
 * person who cannot sign in; CONFLICT when they are named already.
 */
export async function grantApprover(
  context: CoreContext,
  principal: Principal,
  { userId, role }: GrantApproverInput,
): Promise<ApproverGrantView[]> {
  return inTransaction(context.db, async (tx) => {
    const person = await tx.user.findFirst({
      where: { id: userId, disabledAt: null },
      select: { name: true },
    });
    if (!person) throw new DomainError('NOT_FOUND', 'There is no such person who can sign in.');
    const known = await tx.approverGrant.count({ where: { userId, role, lenderId: null } });
    if (known > 0) throw new DomainError('CONFLICT', `${person.name} approves in this role already.`);
    await tx.approverGrant.create({ data: { userId, role, at: context.clock.now() }, select: { id: true } });
    await recordAudit(tx, principal, {
      action: 'approver.named',
      subjectType: 'person',
      subjectId: userId,
      data: { name: person.name, role },
    });
    return listApprovers({ ...context, db: tx });
  });
}

/** Takes a right to approve away, named or lent. The caller holds `setting:write`. NOT_FOUND when it is gone. */
export async function revokeApprover(
  context: CoreContext,
  principal: Principal,
  { grantId }: { grantId: string },
): Promise<ApproverGrantView[]> {
  return inTransaction(context.db, async (tx) => {
    const grant = await tx.approverGrant.findUnique({
      where: { id: grantId },
      select: { userId: true, role: true },
    });
    if (!grant) throw new DomainError('NOT_FOUND', 'This right was taken away already.');
    await tx.approverGrant.delete({ where: { id: grantId }, select: { id: true } });
    await recordAudit(tx, principal, {
      action: 'approver.removed',
      subjectType: 'person',
      subjectId: grant.userId,
      data: { role: grant.role },
    });
    return listApprovers({ ...context, db: tx });
  });
}
