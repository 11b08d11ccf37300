import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESSION_COOKIE } from '@jalon/auth/session-cookie';
import { createSql, listenForChanges } from '@jalon/db/sql';
import { makeEnvironment, type TestEnvironment, testDatabase } from '@jalon/db/testing';
import { createLogger } from '@jalon/logger';
import { encode } from 'next-auth/jwt';
import { WebSocketServer } from 'ws';
import { createOpenStreams } from './access/open-streams';
import { createSessions } from './access/sessions';
import { createGateway } from './gateway';
import { createRouteTable } from './routes/route-table';

export const INTERNAL_TOKEN = 'ab'.repeat(32);
export const WEB_URL = 'http://jalon.test';

/** A real gateway on a real database, on a free port. */
export async function startGateway() {
  const database = await testDatabase();
  const environment = await makeEnvironment(database.db);
  const sessionKey = randomBytes(32);
  const sql = createSql(database.url, () => undefined);
  const routes = createRouteTable(sql);
  const sessions = createSessions(sql);
  const streams = createOpenStreams(sessions, () => undefined);
  const changes = listenForChanges({
    databaseUrl: database.url,
    onChange: (change) => {
      if (change.topic === 'route') routes.clear();
      sessions.onChange(change);
    },
  });
  const gateway = createGateway({
    sessions,
    routes,
    streams,
    logger: createLogger('gateway', { level: 'silent' }),
    sessionKey,
    internalToken: INTERNAL_TOKEN,
    url: WEB_URL,
    gatewayUrl: 'http://gateway.test',
  });
  const port = await listen(gateway);
  return {
    database,
    environment,
    origin: `http://127.0.0.1:${port}`,
    routes,
    /** A Cookie header of this session, sealed as the web process seals it. */
    cookieOf: async (sessionId: string) => {
      const token = await encode({ token: { sid: sessionId }, secret: sessionKey.toString('hex') });
      return `${SESSION_COOKIE}=${token}`;
    },
    close: async () => {
      streams.close();
      gateway.closeAllConnections();
      gateway.close();
      await changes.close();
      await sql.close();
      await database.close();
    },
  };
}

/** A service that tells what it was sent, redirects, sets cookies, streams without end, and echoes WebSockets. */
export async function startUpstream() {
  const server = http.createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.endsWith('/redirect')) {
      response.writeHead(302, {
        location: '/login?next=1',
        'set-cookie': ['own=1; Path=/', 'jalon.session=stolen; Path=/'],
      });
      return response.end();
    }
    if (path.endsWith('/endless')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      return response.write('data: first\n\n');
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
      const body = Buffer.concat(chunks).toString();
      response.end(JSON.stringify({ method: request.method, path, headers: request.headers, body }));
    });
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => {
    socket.send(JSON.stringify({ path: request.url, cookie: request.headers.cookie ?? null }));
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  const port = await listen(server);
  return {
    port,
    close: () => {
      sockets.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

export function routeOf(
  environment: TestEnvironment,
  service: string,
  target: { port: number; stripPath: boolean; host?: string; hosts?: string[] },
) {
  return {
    environmentId: environment.environmentId,
    service,
    path: `/s/${environment.projectSlug}/${environment.environmentSlug}/${service}/`,
    targetHost: target.hosts?.[0] ?? target.host ?? '127.0.0.1',
    targetHosts: target.hosts ?? [],
    targetPort: target.port,
    stripPath: target.stripPath,
  };
}

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
