import { DomainError, type SignInInput } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { verifyPassword } from './password';

/** A week; after it a person signs in again, whatever they did meanwhile. */
export const SESSION_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

export interface OpenedSession {
  sessionId: string;
  userId: string;
}

/**
 * Checks a password and opens a session. Validated by contracts; public, and rate-limited by the caller.
 * Throws UNAUTHENTICATED, with the same words and in the same time whether the e-mail, the password or
 * the account is what is wrong.
 */
export async function signIn(
  context: CoreContext,
  input: SignInInput & { userAgent: string },
): Promise<OpenedSession> {
  const user = await context.db.user.findUnique({
    where: { email: input.email },
    select: { id: true, name: true, role: true, passwordHash: true, disabledAt: true },
  });
  const fits = await verifyPassword(input.password, user?.passwordHash ?? null);
  if (!user || !fits || user.disabledAt) {
    await recordAudit(context.db, null, {
      action: 'session.refused',
      subjectType: 'person',
      subjectId: user?.id ?? 'unknown',
      data: { email: input.email, disabled: Boolean(fits && user?.disabledAt) },
    });
    throw new DomainError('UNAUTHENTICATED', 'Wrong e-mail or password.');
  }
  const now = context.clock.now();
  return inTransaction(context.db, async (tx) => {
    // Old rows go when their owner next signs in, so the table needs no sweeper.
    await tx.session.deleteMany({ where: { userId: user.id, expiresAt: { lte: now } } });
    const session = await tx.session.create({
      data: {
        userId: user.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + SESSION_LIFETIME_MS),
        userAgent: input.userAgent.slice(0, 300),
      },
      select: { id: true },
    });
    await recordAudit(
      tx,
      { userId: user.id, name: user.name, role: user.role },
      {
        action: 'session.opened',
        subjectType: 'person',
        subjectId: user.id,
      },
    );
    return { sessionId: session.id, userId: user.id };
  });
}
