import type { Locale, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';

/** Remembers the language a person reads in. The caller is signed in as `principal`. */
export async function setLocale(
  context: CoreContext,
  principal: Principal,
  input: { locale: Locale },
): Promise<void> {
  await context.db.user.update({
    where: { id: principal.userId },
    data: { locale: input.locale },
    select: { id: true },
  });
}
