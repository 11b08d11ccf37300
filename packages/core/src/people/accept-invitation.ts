import { type AcceptInvitationInput, DomainError } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { hashLinkToken } from './link-token';
import { hashPassword } from './password';

/**
 * Turns an invitation into an account with the role it carries. Single use: of two at once, one wins.
 * Validated by contracts; public, the token is the right. Throws LINK_EXPIRED or CONFLICT.
 */
export async function acceptInvitation(
  context: CoreContext,
  input: AcceptInvitationInput,
): Promise<{ userId: string; email: string }> {
  const where = {
    tokenHash: hashLinkToken(input.token),
    acceptedAt: null,
    expiresAt: { gt: context.clock.now() },
  };
  const expired = () => new DomainError('LINK_EXPIRED', 'This invitation was used or has expired.');
  // Looked up first so that a worthless token does not buy 60 ms of hashing.
  const invitation = await context.db.invitation.findFirst({
    where,
    select: { id: true, email: true, role: true },
  });
  if (!invitation) throw expired();
  const passwordHash = await hashPassword(input.password);

  return inTransaction(context.db, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where,
      data: { acceptedAt: context.clock.now() },
    });
    if (count === 0) throw expired();
    const taken = await tx.user.findUnique({ where: { email: invitation.email }, select: { id: true } });
    if (taken) throw new DomainError('CONFLICT', 'Somebody with this e-mail already has an account.');
    const user = await tx.user.create({
      data: {
        email: invitation.email,
        name: input.name,
        role: invitation.role,
        locale: input.locale,
        passwordHash,
      },
      select: { id: true },
    });
    const principal = { userId: user.id, name: input.name, role: invitation.role };
    await recordAudit(tx, principal, {
      action: 'invitation.accepted',
      subjectType: 'person',
      subjectId: user.id,
      data: { invitationId: invitation.id, role: invitation.role },
    });
    await notifyChange(tx, { topic: 'user', id: user.id });
    return { userId: user.id, email: invitation.email };
  });
}
