import type { CoreContext } from '../context';
import { hashLinkToken } from './link-token';

/** True when this link can still make the first admin. Public: whoever holds the token may ask. */
export async function isSetupOpen(context: CoreContext, input: { token: string }): Promise<boolean> {
  const row = await context.db.setupToken.findFirst({
    where: { tokenHash: hashLinkToken(input.token), usedAt: null, expiresAt: { gt: context.clock.now() } },
    select: { id: true },
  });
  return row !== null && (await needsSetup(context));
}

/** True when the installation has nobody yet. Public. */
export async function needsSetup(context: CoreContext): Promise<boolean> {
  return (await context.db.user.findFirst({ select: { id: true } })) === null;
}
