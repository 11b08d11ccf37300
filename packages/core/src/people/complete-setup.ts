import { type CompleteSetupInput, DomainError } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { hashLinkToken } from './link-token';
import { hashPassword } from './password';
import { isSetupOpen } from './read-setup';

/**
 * Makes the first admin. Works once, with a token from `issueSetupToken`, while nobody has an account.
 * Validated by contracts; public, the token is the right. Throws LINK_EXPIRED.
 */
export async function completeSetup(
  context: CoreContext,
  input: CompleteSetupInput,
): Promise<{ userId: string; email: string }> {
  const expired = () =>
    new DomainError('LINK_EXPIRED', 'This set-up link was used or has expired: start the platform again.');
  if (!(await isSetupOpen(context, input))) throw expired();
  const passwordHash = await hashPassword(input.password);

  return inTransaction(context.db, async (tx) => {
    const now = context.clock.now();
    const { count } = await tx.setupToken.updateMany({
      where: { tokenHash: hashLinkToken(input.token), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0 || (await tx.user.count()) > 0) throw expired();
    const user = await tx.user.create({
      data: { email: input.email, name: input.name, role: 'ADMIN', locale: input.locale, passwordHash },
      select: { id: true },
    });
    const principal = { userId: user.id, name: input.name, role: 'ADMIN' } as const;
    await recordAudit(tx, principal, {
      action: 'installation.set-up',
      subjectType: 'person',
      subjectId: user.id,
    });
    await notifyChange(tx, { topic: 'user', id: user.id });
    return { userId: user.id, email: input.email };
  });
}
