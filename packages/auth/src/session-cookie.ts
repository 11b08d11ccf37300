import { parseCookie } from 'cookie';
import { decode } from 'next-auth/jwt';

/** The one cookie that says who is signed in. Documented for proxies: it must reach web and gateway. */
export const SESSION_COOKIE = 'jalon.session';

/**
 * The session id inside a Cookie header, or null when there is none, or it was not sealed with this key,
 * or it is too old. It says nothing about whether that session is still open.
 * @param key the installation's key for sessions.
 */
export async function readSessionId(cookieHeader: string | null, key: Buffer): Promise<string | null> {
  const token = cookieHeader ? parseCookie(cookieHeader)[SESSION_COOKIE] : undefined;
  if (!token) return null;
  const claims = await decode({ token, secret: key.toString('hex') }).catch(() => null);
  return typeof claims?.sid === 'string' ? claims.sid : null;
}

/** The Cookie header without Jalon's own cookies; undefined when nothing is left. For what is behind the gateway. */
export function withoutOwnCookies(cookieHeader: string | undefined): string | undefined {
  const kept = (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && !pair.startsWith('jalon.'));
  return kept.length > 0 ? kept.join('; ') : undefined;
}
