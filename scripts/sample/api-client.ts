import type { AppRouter } from '@jalon/api';
import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';
import { Refusal } from '../lib/fail.mjs';

export type ApiClient = ReturnType<typeof createTRPCClient<AppRouter>>;

/** Signs in the way the sign-in page does; gives the Cookie header of the session. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const jar = new Map<string, string>();
  const csrf = await fetch(`${url}/api/auth/csrf`);
  keepCookies(csrf, jar);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: header(jar), origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, email, password, callbackUrl: url, json: 'true' }),
  });
  keepCookies(response, jar);
  if (![...jar.keys()].some((name) => name.endsWith('jalon.session'))) {
    throw new Refusal(
      `Signing in as ${email} failed (${response.status}): ${(await response.text()).slice(0, 300)}`,
    );
  }
  return header(jar);
}

/** The API as a page calls it, as the person whose session the cookie is. */
export function apiClient(url: string, cookie: string): ApiClient {
  const link = httpLink({ url: `${url}/api/trpc`, transformer: superjson, headers: { cookie, origin: url } });
  return createTRPCClient<AppRouter>({ links: [link] });
}

function keepCookies(response: Response, jar: Map<string, string>): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

const header = (jar: Map<string, string>): string =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
