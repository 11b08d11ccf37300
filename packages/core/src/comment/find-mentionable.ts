import type { FindMentionableInput, PersonName, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';

const LIMIT = 8;

/**
 * People who can sign in and whose name has a word that begins with the text; the first eight by name. Validated by
 * contracts; the caller holds `comment:write`.
 */
export async function findMentionable(
  context: CoreContext,
  _principal: Principal,
  { text }: FindMentionableInput,
): Promise<PersonName[]> {
  const insensitive = { mode: 'insensitive' as const };
  return context.db.user.findMany({
    where: {
      disabledAt: null,
      ...(text
        ? {
            OR: [
              { name: { startsWith: text, ...insensitive } },
              { name: { contains: ` ${text}`, ...insensitive } },
            ],
          }
        : {}),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: LIMIT,
    select: { id: true, name: true },
  });
}
