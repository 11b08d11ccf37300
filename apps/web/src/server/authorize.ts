import 'server-only';
import { allows, type Principal, type Scope } from '@jalon/contracts';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { PATH_HEADER } from '../proxy';
import { getApiContext } from '../trpc/server';

/**
 * Every page begins with this. Sends whoever is not signed in to the sign-in page and back here
 * afterwards; answers “not found” to a role that may not see the page.
 * @param scope what the page needs; none for a page about oneself.
 */
export async function authorize(scope?: Scope): Promise<Principal> {
  const { principal } = await getApiContext();
  if (!principal) {
    const path = (await headers()).get(PATH_HEADER) ?? '/';
    redirect(path === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  }
  if (scope && !allows(principal.role, scope)) notFound();
  return principal;
}
