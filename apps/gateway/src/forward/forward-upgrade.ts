import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import { requestHeaders, withoutHopByHop } from './headers';
import { CONNECT_TIMEOUT_MS, type Forwarding, targetPath } from './target';

/**
 * Sends an upgrade (a WebSocket) on and joins the two connections. Resolves when both are joined or refused by the
 * service.
 *
 * @throws the connection's error while nothing has been answered yet
 */
export function forwardUpgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  forwarding: Forwarding,
): Promise<void> {
  const { address, route, internal, scheme } = forwarding;
  return new Promise((resolve, reject) => {
    const upstream = http.request({
      host: route.targetHost,
      port: route.targetPort,
      method: request.method,
      path: targetPath(forwarding),
      headers: {
        ...requestHeaders(request, {
          basePath: address.basePath,
          stripPath: route.stripPath,
          scheme,
          internal,
        }),
        connection: 'Upgrade',
        upgrade: request.headers.upgrade,
      },
      setHost: false,
      timeout: CONNECT_TIMEOUT_MS,
    });
    upstream.on('timeout', () => upstream.destroy(new Error(`no answer within ${CONNECT_TIMEOUT_MS} ms`)));
    upstream.on('error', reject);
    upstream.on('response', (answer) => {
      writeHead(socket, answer, { ...withoutHopByHop(answer.headers), connection: 'close' });
      answer.pipe(socket);
      resolve();
    });
    upstream.on('upgrade', (answer, upstreamSocket, upstreamHead) => {
      const { upgrade } = answer.headers;
      writeHead(socket, answer, { ...withoutHopByHop(answer.headers), connection: 'Upgrade', upgrade });
      upstreamSocket.setTimeout(0);
      upstreamSocket.setNoDelay(true);
      if (upstreamHead.length > 0) socket.write(upstreamHead);
      if (head.length > 0) upstreamSocket.write(head);
      upstreamSocket.pipe(socket).pipe(upstreamSocket);
      for (const [side, other] of [
        [socket, upstreamSocket],
        [upstreamSocket, socket],
      ] as const) {
        side.on('error', () => other.destroy());
        side.on('close', () => other.destroy());
      }
      resolve();
    });
    socket.on('close', () => upstream.destroy());
    upstream.end();
  });
}

function writeHead(socket: Duplex, answer: IncomingMessage, headers: OutgoingHttpHeaders): void {
  const lines = Object.entries(headers).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return values.filter((one) => one !== undefined).map((one) => `${name}: ${one}`);
  });
  const status = `HTTP/1.1 ${answer.statusCode ?? 502} ${answer.statusMessage ?? ''}`;
  socket.write([status, ...lines, '', ''].join('\r\n'));
}
