import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { withoutOwnCookies } from '@jalon/auth/session-cookie';

/** Headers that concern one connection only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** A copy without what concerns one connection, the names in `Connection` included. */
export function withoutHopByHop(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...HOP_BY_HOP, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}

export interface ForwardedHeadersInput {
  basePath: string;
  stripPath: boolean;
  /** Scheme of the gateway's public address. */
  scheme: string;
  internal: boolean;
}

/** What a service is sent: never the person's session, never the web process's bearer. */
export function requestHeaders(request: IncomingMessage, input: ForwardedHeadersInput): OutgoingHttpHeaders {
  const headers = withoutHopByHop(request.headers);
  delete headers.cookie;
  if (input.internal) delete headers.authorization;
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-jalon-')) delete headers[name];
  }
  const cookie = withoutOwnCookies(request.headers.cookie);
  if (cookie) headers.cookie = cookie;
  const before = request.headers['x-forwarded-for'];
  const address = request.socket.remoteAddress ?? '';
  headers['x-forwarded-for'] = before ? `${String(before)}, ${address}` : address;
  headers['x-forwarded-host'] = request.headers.host ?? '';
  headers['x-forwarded-proto'] = input.scheme;
  delete headers['x-forwarded-prefix'];
  if (input.stripPath) headers['x-forwarded-prefix'] = input.basePath.slice(0, -1);
  return headers;
}

export interface ResponseHeadersInput {
  basePath: string;
  stripPath: boolean;
  /** `host:port` of the container, which a service may name in a redirect. */
  target: string;
  /** Host header of the request. */
  host: string | undefined;
}

/** What the browser is sent: redirects and cookies stay under the service's own path. */
export function responseHeaders(
  headers: IncomingHttpHeaders,
  input: ResponseHeadersInput,
): OutgoingHttpHeaders {
  const sent = withoutHopByHop(headers);
  if (typeof headers.location === 'string') sent.location = rewriteLocation(headers.location, input);
  const cookies = headers['set-cookie']?.filter((cookie) => !cookie.trimStart().startsWith('jalon.'));
  if (cookies) sent['set-cookie'] = cookies.map((cookie) => rewriteCookiePath(cookie, input));
  return sent;
}

/** Brings a redirect back under the gateway's address. */
export function rewriteLocation(location: string, input: ResponseHeadersInput): string {
  const path = ownPath(location, input);
  if (path === null) return location;
  if (!input.stripPath || path.startsWith(input.basePath)) return path;
  return input.basePath + path.slice(1);
}

/** Path, query and fragment of an address on this service; null for an address elsewhere, or a relative one. */
function ownPath(location: string, { target, host }: ResponseHeadersInput): string | null {
  if (location.startsWith('/') && !location.startsWith('//')) return location;
  if (!/^https?:\/\//i.test(location) || !URL.canParse(location)) return null;
  const url = new URL(location);
  const own = url.host === target || url.host === host;
  return own ? url.pathname + url.search + url.hash : null;
}

function rewriteCookiePath(cookie: string, { basePath, stripPath }: ResponseHeadersInput): string {
  if (!stripPath) return cookie;
  const path = /;\s*path=([^;]*)/i.exec(cookie)?.[1]?.trim() ?? '';
  const scoped = path.startsWith(basePath) ? path : basePath + path.replace(/^\/+/, '');
  const kept = cookie.split(';').filter((part) => !/^\s*(path|domain)=/i.test(part));
  return [...kept, ` Path=${scoped}`].join(';');
}
