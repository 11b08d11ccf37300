import { DomainError, type Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';

/** Takes an open invitation back; its link stops working. The caller holds `user:admin`. Throws NOT_FOUND. */
export async function revokeInvitation(
  context: CoreContext,
  principal: Principal,
  input: { invitationId: string },
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const where = { id: input.invitationId, acceptedAt: null };
    const invitation = await tx.invitation.findFirst({ where, select: { email: true, role: true } });
    const { count } = await tx.invitation.deleteMany({ where });
    if (!invitation || count === 0) throw new DomainError('NOT_FOUND', 'This invitation is no longer open.');
    await recordAudit(tx, principal, {
      action: 'invitation.revoked',
      subjectType: 'invitation',
      subjectId: input.invitationId,
      data: invitation,
    });
  });
}
