import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { requestHeaders, responseHeaders } from './headers';
import { CONNECT_TIMEOUT_MS, type Forwarding, targetPath } from './target';

const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 16, scheduling: 'lifo' });

/**
 * Sends one request on and streams the answer back, both with back-pressure. Resolves when it is over.
 *
 * @throws the connection's error while nothing has been answered yet; later the answer is cut off
 */
export async function forwardRequest(
  request: IncomingMessage,
  response: ServerResponse,
  forwarding: Forwarding,
): Promise<void> {
  const hasBody = mayHaveBody(request);
  try {
    await send(request, response, forwarding, hasBody ? false : agent);
  } catch (error) {
    if (error instanceof StaleConnection) return send(request, response, forwarding, false);
    // One of several containers may just be gone; what was not read yet can be sent to another one.
    if (hasBody || response.headersSent || response.destroyed) throw error;
    await sendToAnother(request, response, forwarding, error);
  }
}

async function sendToAnother(
  request: IncomingMessage,
  response: ServerResponse,
  forwarding: Forwarding,
  failure: unknown,
): Promise<void> {
  const [, targetHost, ...others] = forwarding.route.targetHosts;
  if (targetHost === undefined) throw failure;
  const route = { ...forwarding.route, targetHost, targetHosts: [targetHost, ...others] };
  try {
    await send(request, response, { ...forwarding, route }, false);
  } catch (error) {
    if (response.headersSent || response.destroyed) throw error;
    await sendToAnother(request, response, { ...forwarding, route }, error);
  }
}

/** The service closed a kept connection just as it was used again: the request never reached it. */
class StaleConnection extends Error {}

/** A request with a body cannot be sent twice, so it gets a connection of its own. */
function mayHaveBody(request: IncomingMessage): boolean {
  const { headers } = request;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  forwarding: Forwarding,
  connections: http.Agent | false,
): Promise<void> {
  const { address, route, internal, scheme } = forwarding;
  const { targetHost, targetPort, stripPath } = route;
  const { basePath } = address;
  return new Promise((resolve, reject) => {
    const headers = requestHeaders(request, { basePath, stripPath, scheme, internal });
    if (request.headers['transfer-encoding']) headers['transfer-encoding'] = 'chunked';
    const upstream = http.request({
      agent: connections,
      host: targetHost,
      port: targetPort,
      method: request.method,
      path: targetPath(forwarding),
      headers,
      setHost: false,
    });
    const impatience = setTimeout(() => {
      upstream.destroy(new Error(`no connection within ${CONNECT_TIMEOUT_MS} ms`));
    }, CONNECT_TIMEOUT_MS);
    upstream.on('socket', (socket) => {
      if (!socket.connecting) return clearTimeout(impatience);
      socket.once('connect', () => clearTimeout(impatience));
    });
    upstream.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(impatience);
      if (response.headersSent || response.destroyed) {
        response.destroy();
        return resolve();
      }
      const stale = upstream.reusedSocket && error.code === 'ECONNRESET';
      reject(stale ? new StaleConnection(error.message) : error);
    });
    upstream.on('response', (answer) => {
      const target = `${targetHost}:${targetPort}`;
      const { host } = request.headers;
      const sent = responseHeaders(answer.headers, { basePath, stripPath, target, host });
      response.writeHead(answer.statusCode ?? 502, sent);
      response.flushHeaders();
      pipeline(answer, response, () => resolve());
    });
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  });
}
