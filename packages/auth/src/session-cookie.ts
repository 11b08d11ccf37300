import { parseCookie } from 'cookie';
import { decode } from 'next-auth/jwt';

/** The one cookie that says who is signed in. Documented for proxies: it must reach web and gateway. */
export const SESSION_COOKIE = 'jalon.session';

/** What an opened token says, and until when. */
interface Opened {
  sessionId: string;
  until: number;
}

const OPENED_LIMIT = 1_000;
/** Tokens that were opened with a key: opening one derives a key from it, which costs more than most requests do. */
const openedWith = new WeakMap<Buffer, Map<string, Opened>>();

/**
 * The session id inside a Cookie header, or null when there is none, or it was not sealed with this key,
 * or it is too old. It says nothing about whether that session is still open.
 * @param key the installation's key for sessions.
 */
export async function readSessionId(cookieHeader: string | null, key: Buffer): Promise<string | null> {
  const token = cookieHeader ? parseCookie(cookieHeader)[SESSION_COOKIE] : undefined;
  if (!token) return null;
  const opened = openedWith.get(key) ?? new Map<string, Opened>();
  openedWith.set(key, opened);
  const known = opened.get(token);
  if (known && known.until > Date.now()) return known.sessionId;
  opened.delete(token);
  const claims = await decode({ token, secret: key.toString('hex') }).catch(() => null);
  if (typeof claims?.sid !== 'string') return null;
  if (typeof claims.exp === 'number') remember(opened, token, claims.sid, claims.exp * 1000);
  return claims.sid;
}

function remember(opened: Map<string, Opened>, token: string, sessionId: string, until: number): void {
  const [oldest] = opened.keys();
  if (oldest !== undefined && opened.size >= OPENED_LIMIT) opened.delete(oldest);
  opened.set(token, { sessionId, until });
}

/** The Cookie header without Jalon's own cookies; undefined when nothing is left. For what is behind the gateway. */
export function withoutOwnCookies(cookieHeader: string | undefined): string | undefined {
  const kept = (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && !pair.startsWith('jalon.'));
  return kept.length > 0 ? kept.join('; ') : undefined;
}
