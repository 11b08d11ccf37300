import type { IncomingMessage } from 'node:http';

/**
 * True when a browser's request comes from the gateway's or Jalon's own pages. The session cookie travels with
 * every request that any page makes, and a WebSocket is not held back by the browser's same-origin rule.
 *
 * @param trusted origins such as `https://jalon.example.org`
 */
export function comesFromOwnPages(request: IncomingMessage, trusted: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site';
  if (trusted.includes(origin)) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

/** True for a request that may change something, so that its origin matters. */
export function mayChange(request: IncomingMessage): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(request.method ?? 'GET');
}
