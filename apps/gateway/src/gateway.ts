import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@jalon/logger';
import type { OpenStreams } from './access/open-streams';
import { type DecideOptions, decide, noAnswer, type Refusal } from './decide';
import { forwardRequest } from './forward/forward-request';
import { forwardUpgrade } from './forward/forward-upgrade';
import { answerTrouble, wantsPage } from './pages/answer-trouble';
import { ANSWERS } from './pages/messages';

export interface GatewayOptions extends DecideOptions {
  streams: OpenStreams;
  logger: Logger;
}

/** The reverse proxy: one address per exposed service, behind Jalon's own login. Not listening yet. */
export function createGateway(options: GatewayOptions): http.Server {
  const server = http.createServer((request, response) => {
    handle(request, response, options).catch((error: unknown) => {
      options.logger.error({ err: error }, 'a request failed');
      if (!response.headersSent) answerTrouble(request, response, 'unavailable');
      else response.destroy();
    });
  });
  // An upload into a notebook may take longer than any limit; the slow start of a request stays limited.
  server.requestTimeout = 0;
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head, options).catch((error: unknown) => {
      options.logger.error({ err: error }, 'an upgrade failed');
      refuseUpgrade(socket, 502);
    });
  });
  return server;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: GatewayOptions,
): Promise<void> {
  if (request.url === '/health') return answerHealth(response);
  const decision = await decide(request, false, options);
  if (decision.kind !== 'forward') return answer(request, response, decision, options);
  const { caller, forwarding } = decision;
  const release = options.streams.add(caller, forwarding.route.projectId, response);
  try {
    await forwardRequest(request, response, forwarding);
  } catch (error) {
    options.logger.info({ err: error, path: forwarding.address.basePath }, 'a service did not answer');
    options.routes.clear();
    answer(request, response, noAnswer(forwarding.address, forwarding.route, caller, options.url), options);
  } finally {
    release();
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  decision: Refusal,
  { url, gatewayUrl }: GatewayOptions,
): void {
  if (decision.kind === 'trouble') {
    answerTrouble(request, response, decision.trouble, decision);
  } else if (decision.kind === 'redirect') {
    response.writeHead(308, { location: decision.location }).end();
  } else if (wantsPage(request)) {
    const back = encodeURIComponent(gatewayUrl + (request.url ?? '/'));
    const location = `${url}/sign-in?callbackUrl=${back}`;
    response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
  } else {
    answerTrouble(request, response, 'sign-in');
  }
}

async function upgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  options: GatewayOptions,
): Promise<void> {
  const decision = await decide(request, true, options);
  if (decision.kind === 'sign-in') return refuseUpgrade(socket, 401);
  if (decision.kind === 'redirect') return refuseUpgrade(socket, 404);
  if (decision.kind === 'trouble') return refuseUpgrade(socket, ANSWERS[decision.trouble].status);
  const { caller, forwarding } = decision;
  socket.on('close', options.streams.add(caller, forwarding.route.projectId, socket));
  await forwardUpgrade(request, socket, head, forwarding);
}

function refuseUpgrade(socket: Duplex, status: number): void {
  const reason = http.STATUS_CODES[status] ?? '';
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function answerHealth(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end('{"status":"ok"}');
}
