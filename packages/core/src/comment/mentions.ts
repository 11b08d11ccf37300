import type { PersonName } from '@jalon/contracts';
import type { Db } from '@jalon/db';

/** Those of these people who can sign in and whom the text names: `@` and the whole name, in whatever case. */
export async function mentionedIn(db: Db, text: string, userIds: readonly string[]): Promise<PersonName[]> {
  if (userIds.length === 0) return [];
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(userIds)] }, disabledAt: null },
    select: { id: true, name: true },
  });
  return people.filter(({ name }) => names(text, name));
}

/** True when the text has `@name`, not as the beginning of a longer word: @Ann is not in “@Anna”. */
export function names(text: string, name: string): boolean {
  const low = text.toLocaleLowerCase();
  const wanted = `@${name.toLocaleLowerCase()}`;
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(low.charAt(at + wanted.length))) return true;
  }
  return false;
}
