import type { InvitationPreview } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { hashLinkToken } from './link-token';

/**
 * What an invitation offers, for the page behind its link; null when the link is unknown, used,
 * expired or revoked. Public: whoever holds the token may read it.
 */
export async function readInvitation(
  context: CoreContext,
  input: { token: string },
): Promise<InvitationPreview | null> {
  return context.db.invitation.findFirst({
    where: {
      tokenHash: hashLinkToken(input.token),
      acceptedAt: null,
      expiresAt: { gt: context.clock.now() },
    },
    select: { email: true, name: true, role: true, expiresAt: true },
  });
}
