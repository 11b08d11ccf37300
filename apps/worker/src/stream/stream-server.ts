import { timingSafeEqual } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { DomainError } from '@jalon/contracts';
import type { WorkerTools } from '../tools';
import { answerError, answerJson } from './answer';
import { receiveFile, serveFile, serveFileList } from './serve-files';
import { serveLogs } from './serve-logs';

type Handler = (
  tools: WorkerTools,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
) => Promise<void>;

const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET /logs': serveLogs,
  'GET /files': serveFileList,
  'GET /file': serveFile,
  'PUT /file': receiveFile,
};

/**
 * What only the holder of the socket can give: logs and files. For the web process alone, which has authorized the
 * person: every request but `/health` bears the token derived from the installation's secret. Not listening yet.
 */
export function createStreamServer(tools: WorkerTools, token: string): http.Server {
  const server = http.createServer((request, response) => {
    handle(tools, token, request, response).catch((error: unknown) => {
      if (!response.destroyed) tools.context.logger.info({ err: error, url: request.url }, 'a stream failed');
      answerError(response, error);
    });
  });
  server.requestTimeout = 0;
  return server;
}

async function handle(
  tools: WorkerTools,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://worker');
  if (url.pathname === '/health') return answerJson(response, 200, { status: 'ok' });
  if (!isAllowed(request.headers.authorization, token)) {
    throw new DomainError('UNAUTHENTICATED', 'The bearer token is missing or wrong.');
  }
  const handler = HANDLERS[`${request.method} ${url.pathname}`];
  if (!handler) throw new DomainError('NOT_FOUND', 'There is nothing at this address.');
  await handler(tools, request, response, url.searchParams);
}

function isAllowed(authorization: string | undefined, token: string): boolean {
  const expected = Buffer.from(`Bearer ${token}`);
  const given = Buffer.from(authorization ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
