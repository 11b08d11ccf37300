import { type Locale, type Principal, toLocale } from '@jalon/contracts';
import type { Db } from '@jalon/db';

/** Who is behind a session. */
export interface SessionView {
  sessionId: string;
  principal: Principal;
  email: string;
  locale: Locale;
  expiresAt: Date;
}

/** The open session with this id; null when it ended, expired, or its owner is locked out. */
export async function findSession(db: Db, sessionId: string, now: Date): Promise<SessionView | null> {
  const row = await db.session.findFirst({
    where: { id: sessionId, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: {
      expiresAt: true,
      user: { select: { id: true, name: true, role: true, email: true, locale: true } },
    },
  });
  if (!row) return null;
  const { user } = row;
  return {
    sessionId,
    principal: { userId: user.id, name: user.name, role: user.role },
    email: user.email,
    locale: toLocale(user.locale),
    expiresAt: row.expiresAt,
  };
}
