import { type Contributor, DomainError, type Principal } from '@jalon/contracts';
import type { Db } from '@jalon/db';

interface Worked {
  ownerId: string;
  contributorIds: readonly string[];
}

function refuse(code: 'FORBIDDEN' | 'VALIDATION', message: string): never {
  throw new DomainError(code, message, [{ path: 'contributorIds', message }]);
}

/**
 * Who shall work on a use case beside its owner: those who are named, each once, else those of before; its owner is not
 * among them. Only who owns it and an admin may change them (FORBIDDEN); who is added must not be locked out
 * (VALIDATION). Both are said of contributorIds.
 * @param ownerId who shall own it
 */
export async function contributorsFor(
  tx: Db,
  principal: Principal,
  wanted: readonly string[] | undefined,
  before: Worked,
  ownerId: string,
): Promise<string[]> {
  const had = new Set(before.contributorIds);
  const ids = [...new Set(wanted ?? before.contributorIds)].filter((id) => id !== ownerId);
  const added = ids.filter((id) => !had.has(id));
  const removed = [...had].filter((id) => id !== ownerId && !ids.includes(id));
  if (added.length === 0 && removed.length === 0) return ids;
  if (before.ownerId !== principal.userId && principal.role !== 'ADMIN') {
    refuse('FORBIDDEN', 'Only who owns a use case or an admin may say who contributes to it.');
  }
  const known = await tx.user.count({ where: { id: { in: added }, disabledAt: null } });
  if (known < added.length)
    refuse('VALIDATION', 'Choose people of this installation who are not locked out.');
  return ids;
}

/** Contributors by name, in the order of their ids; those who are locked out are among them. */
export async function findContributors(db: Db, ids: readonly string[]): Promise<Contributor[]> {
  if (ids.length === 0) return [];
  const people = await db.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, disabledAt: true },
  });
  const known = new Map(people.map((person) => [person.id, person]));
  return ids.flatMap((id) => {
    const person = known.get(id);
    return person ? [{ id, name: person.name, active: person.disabledAt === null }] : [];
  });
}

/** The names of those who were added and of those who were removed, for the history. */
export async function contributorsChanged(
  db: Db,
  from: readonly string[],
  to: readonly string[],
): Promise<{ added: string[]; removed: string[] }> {
  const people = await findContributors(db, [...new Set([...from, ...to])]);
  const names = (ids: readonly string[], others: readonly string[]) =>
    people.filter(({ id }) => ids.includes(id) && !others.includes(id)).map(({ name }) => name);
  return { added: names(to, from), removed: names(from, to) };
}
