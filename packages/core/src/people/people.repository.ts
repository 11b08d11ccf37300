import { DomainError, type Person, type Role } from '@jalon/contracts';
import type { Db } from '@jalon/db';

const PERSON = {
  id: true,
  email: true,
  name: true,
  role: true,
  disabledAt: true,
  createdAt: true,
} as const;

/** Everybody, by name, with the start of their latest open session. */
export async function findPeople(db: Db, now: Date): Promise<Person[]> {
  const rows = await db.user.findMany({
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
    select: {
      ...PERSON,
      sessions: {
        where: { expiresAt: { gt: now } },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { createdAt: true },
      },
    },
  });
  return rows.map(({ sessions, ...person }) => ({ ...person, signedInAt: sessions[0]?.createdAt ?? null }));
}

/** One person's row, locked until the transaction ends. Throws NOT_FOUND. */
export async function lockPerson(
  tx: Db,
  userId: string,
): Promise<{ id: string; name: string; email: string; role: Role; disabledAt: Date | null }> {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
  const person = await tx.user.findUnique({
    where: { id: userId },
    select: { id: true, name: true, email: true, role: true, disabledAt: true },
  });
  if (!person) throw new DomainError('NOT_FOUND', 'There is no such person.');
  return person;
}

/**
 * How many admins can sign in. Locks their rows until the transaction ends, so that two admins who
 * remove each other at the same moment cannot both succeed.
 */
export async function lockActiveAdmins(tx: Db): Promise<number> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM "User" WHERE role = 'ADMIN' AND "disabledAt" IS NULL ORDER BY id FOR UPDATE`;
  return rows.length;
}

/** Ends every session of a person, except perhaps one. Gives their ids. */
export async function deleteSessions(tx: Db, userId: string, except?: string): Promise<string[]> {
  const where = { userId, ...(except ? { id: { not: except } } : {}) };
  const rows = await tx.session.findMany({ where, select: { id: true } });
  await tx.session.deleteMany({ where });
  return rows.map((row) => row.id);
}
