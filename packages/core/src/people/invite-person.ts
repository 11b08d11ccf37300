import { DomainError, type InvitePersonInput, type Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { createLinkToken, INVITATION_LIFETIME_MS } from './link-token';

export interface IssuedInvitation {
  invitationId: string;
  /** Shown to the inviter once; only its hash is kept. */
  token: string;
  expiresAt: Date;
}

/**
 * Invites a person; an earlier open invitation to the same e-mail stops working.
 * Validated by contracts; the caller holds `user:admin`. Throws CONFLICT when the person has an account.
 */
export async function invitePerson(
  context: CoreContext,
  principal: Principal,
  input: InvitePersonInput,
): Promise<IssuedInvitation> {
  const now = context.clock.now();
  const expiresAt = new Date(now.getTime() + INVITATION_LIFETIME_MS);
  const { token, tokenHash } = createLinkToken();
  return inTransaction(context.db, async (tx) => {
    const existing = await tx.user.findUnique({ where: { email: input.email }, select: { id: true } });
    if (existing) {
      const message = 'Somebody with this e-mail already has an account.';
      throw new DomainError('CONFLICT', message, [{ path: 'email', message }]);
    }
    await tx.invitation.deleteMany({ where: { email: input.email, acceptedAt: null } });
    const { id } = await tx.invitation.create({
      data: { ...input, tokenHash, invitedById: principal.userId, expiresAt, createdAt: now },
      select: { id: true },
    });
    await recordAudit(tx, principal, {
      action: 'invitation.issued',
      subjectType: 'invitation',
      subjectId: id,
      data: { email: input.email, role: input.role, expiresAt },
    });
    return { invitationId: id, token, expiresAt };
  });
}
