import type { FindMentionableInput, PersonName, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { likeLiteral } from '../like';

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
  const begun = likeLiteral(text);
  const insensitive = { mode: 'insensitive' as const };
  return context.db.user.findMany({
    where: {
      disabledAt: null,
      ...(text
        ? {
            OR: [
              { name: { startsWith: begun, ...insensitive } },
              { name: { contains: ` ${begun}`, ...insensitive } },
            ],
          }
        : {}),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: LIMIT,
    select: { id: true, name: true },
  });
}
