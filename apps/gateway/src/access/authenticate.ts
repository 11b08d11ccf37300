import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { readSessionId } from '@jalon/auth/session-cookie';
import type { Sessions, Visitor } from './sessions';

/** Who asks: Jalon's own web process, a person, or nobody that is known. */
export type Caller = { kind: 'internal' } | { kind: 'person'; visitor: Visitor } | { kind: 'nobody' };

export interface AuthenticateOptions {
  sessions: Sessions;
  /** Key of the session cookie, 32 bytes. */
  sessionKey: Buffer;
  /** What the web process sends as its bearer, in hexadecimal. */
  internalToken: string;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Reads the caller from a request's headers. */
export async function authenticate(
  headers: IncomingHttpHeaders,
  options: AuthenticateOptions,
): Promise<Caller> {
  if (isInternal(headers.authorization, options.internalToken)) return { kind: 'internal' };
  const sessionId = await readSessionId(headers.cookie ?? null, options.sessionKey);
  if (!sessionId || !UUID.test(sessionId)) return { kind: 'nobody' };
  const visitor = await options.sessions.find(sessionId);
  return visitor ? { kind: 'person', visitor } : { kind: 'nobody' };
}

/** True for the web process's own bearer. Takes the same time for every wrong one of the right length. */
export function isInternal(authorization: string | undefined, internalToken: string): boolean {
  const expected = Buffer.from(`Bearer ${internalToken}`);
  const given = Buffer.from(authorization ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
