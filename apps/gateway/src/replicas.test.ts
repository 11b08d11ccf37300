import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeSession } from '@jalon/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeOf, startGateway, WEB_URL } from './testing';

/** Three addresses of this machine; nothing listens on the last one. */
const HOSTS = ['127.0.0.2', '127.0.0.3', '127.0.0.4'];

let gateway: Awaited<ReturnType<typeof startGateway>>;
const servers: http.Server[] = [];
let visit: (service: string, init?: RequestInit) => Promise<string>;

/** Each container of a service listens on the same port of an address of its own. */
async function listenOn(host: string, port: number): Promise<number> {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.end(host));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  gateway = await startGateway();
  const { environment } = gateway;
  const port = await listenOn(HOSTS[0] ?? '', 0);
  await listenOn(HOSTS[1] ?? '', port);
  await gateway.database.db.route.createMany({
    data: [
      routeOf(environment, 'two', { port, stripPath: true, hosts: HOSTS.slice(0, 2) }),
      routeOf(environment, 'one-gone', { port, stripPath: true, hosts: HOSTS }),
      routeOf(environment, 'all-gone', { port, stripPath: true, hosts: HOSTS.slice(2) }),
    ],
  });
  const cookie = await gateway.cookieOf(await makeSession(gateway.database.db, environment.userId));
  visit = async (service, init) => {
    const url = `${gateway.origin}/s/${environment.projectSlug}/sandbox/${service}/`;
    const answer = await fetch(url, { ...init, headers: { cookie, origin: WEB_URL } });
    return answer.ok ? answer.text() : `status ${answer.status}`;
  };
});

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await gateway.close();
});

async function visits(service: string, times: number): Promise<string[]> {
  const answers: string[] = [];
  for (let time = 0; time < times; time += 1) answers.push(await visit(service));
  return answers;
}

describe('a service of several containers', () => {
  it('gets each request in its turn', async () => {
    const [first, second] = HOSTS;
    expect(await visits('two', 4)).toEqual([first, second, first, second]);
  });

  it('answers every request while one of them takes no connection', async () => {
    const answers = await visits('one-gone', 9);
    expect(answers.filter((answer) => answer.startsWith('status'))).toEqual([]);
    expect(new Set(answers)).toEqual(new Set(HOSTS.slice(0, 2)));
  });

  it('never sends a body twice', async () => {
    const answers = await Promise.all(HOSTS.map(() => visit('one-gone', { method: 'POST', body: 'once' })));
    expect(answers.filter((answer) => answer === 'status 502')).toHaveLength(1);
  });

  it('says that it does not answer when none does', async () => {
    expect(await visit('all-gone')).toBe('status 502');
  });
});
