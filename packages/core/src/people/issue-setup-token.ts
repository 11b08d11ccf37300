import { inTransaction } from '@jalon/db';
import type { CoreContext } from '../context';
import { createLinkToken, SETUP_LIFETIME_MS } from './link-token';

/**
 * The secret of the link that makes the first admin: `<web address>/set-up/<token>`. Each call replaces
 * the one before. Gives null when the installation has people already.
 * Called by whoever starts the platform on its machine, never over the network.
 */
export async function issueSetupToken(
  context: CoreContext,
): Promise<{ token: string; expiresAt: Date } | null> {
  const { token, tokenHash } = createLinkToken();
  const expiresAt = new Date(context.clock.now().getTime() + SETUP_LIFETIME_MS);
  return inTransaction(context.db, async (tx) => {
    if ((await tx.user.count()) > 0) return null;
    await tx.setupToken.deleteMany({ where: { usedAt: null } });
    await tx.setupToken.create({ data: { tokenHash, expiresAt }, select: { id: true } });
    return { token, expiresAt };
  });
}
