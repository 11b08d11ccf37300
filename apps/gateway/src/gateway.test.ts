import { notifyChange } from '@jalon/db';
import { makeSession, makeUser } from '@jalon/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { INTERNAL_TOKEN, routeOf, startGateway, startUpstream, WEB_URL } from './testing';

let gateway: Awaited<ReturnType<typeof startGateway>>;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let cookie: string;
let base: string;

beforeAll(async () => {
  gateway = await startGateway();
  upstream = await startUpstream();
  const { db } = gateway.database;
  const { environment } = gateway;
  const { port } = upstream;
  await db.route.createMany({
    data: [
      routeOf(environment, 'strip', { port, stripPath: true }),
      routeOf(environment, 'keep', { port, stripPath: false }),
      routeOf(environment, 'stopped', { port, stripPath: true, host: '' }),
      routeOf(environment, 'deaf', { port: 1, stripPath: true }),
    ],
  });
  cookie = await gateway.cookieOf(await makeSession(db, environment.userId));
  base = `${gateway.origin}/s/${environment.projectSlug}/sandbox`;
});

afterAll(async () => {
  upstream.close();
  await gateway.close();
});

const open = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(base + path, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } });

describe('who may open a service', () => {
  it('sends a browser to sign in and back, and answers a program with 401', async () => {
    const page = await fetch(`${base}/strip/a?b=1`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect(page.status).toBe(302);
    const back = encodeURIComponent(`http://gateway.test${new URL(base).pathname}/strip/a?b=1`);
    expect(page.headers.get('location')).toBe(`${WEB_URL}/sign-in?callbackUrl=${back}`);
    const program = await fetch(`${base}/strip/`);
    expect(program.status).toBe(401);
    expect(await program.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
  });

  it('refuses a cookie sealed with another key, and a bearer that is not quite right', async () => {
    const other = await startGateway();
    const forged = await other.cookieOf(await makeSession(gateway.database.db, gateway.environment.userId));
    await other.close();
    expect((await fetch(`${base}/strip/`, { headers: { cookie: forged } })).status).toBe(401);
    const bearer = `Bearer ${INTERNAL_TOKEN.slice(0, -1)}0`;
    expect((await fetch(`${base}/strip/`, { headers: { authorization: bearer } })).status).toBe(401);
  });

  it('lets an admin in, and shows a foreign engineer no more than an unknown address', async () => {
    const { db } = gateway.database;
    const statusFor = async (role: 'ADMIN' | 'ENGINEER' | 'BUSINESS') => {
      const session = await makeSession(db, await makeUser(db, role));
      return (await open('/strip/', { headers: { cookie: await gateway.cookieOf(session) } })).status;
    };
    expect(await statusFor('ADMIN')).toBe(200);
    expect(await statusFor('ENGINEER')).toBe(404);
    expect(await statusFor('BUSINESS')).toBe(403);
  });

  it('refuses what another site sends with the cookie', async () => {
    const foreign = { method: 'POST', headers: { origin: 'http://evil.test' } };
    expect((await open('/strip/', foreign)).status).toBe(403);
    const own = { method: 'POST', headers: { origin: WEB_URL } };
    expect((await open('/strip/', own)).status).toBe(200);
  });
});

describe('what a service is sent', () => {
  it('sees paths from / where the prefix is stripped, and is told the prefix', async () => {
    const seen = await (await open('/strip/a/b?c=1')).json();
    expect(seen.path).toBe('/a/b?c=1');
    expect(seen.headers['x-forwarded-prefix']).toBe(`${new URL(base).pathname}/strip`);
    expect(seen.headers['x-forwarded-proto']).toBe('http');
    expect(seen.headers['x-forwarded-for']).toContain('127.0.0.1');
  });

  it('sees the whole path where it is kept', async () => {
    const seen = await (await open('/keep/a?c=1')).json();
    expect(seen.path).toBe(`${new URL(base).pathname}/keep/a?c=1`);
    expect(seen.headers['x-forwarded-prefix']).toBeUndefined();
  });

  it('never sees the session or the internal bearer, and keeps its own cookies and bearer', async () => {
    const person = await (
      await open('/strip/', { headers: { cookie: `${cookie}; theirs=1`, authorization: 'Bearer theirs' } })
    ).json();
    expect(person.headers.cookie).toBe('theirs=1');
    expect(person.headers.authorization).toBe('Bearer theirs');
    const authorization = `Bearer ${INTERNAL_TOKEN}`;
    const web = await (await fetch(`${base}/strip/`, { headers: { authorization } })).json();
    expect(web.headers.authorization).toBeUndefined();
  });

  it('receives a body that is streamed', async () => {
    const body = new Blob(['x'.repeat(300_000)]).stream();
    const sent = await open('/strip/', { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect((await sent.json()).body).toHaveLength(300_000);
  });
});

describe('what comes back', () => {
  it('keeps redirects and cookies under the service, and lets none replace the session', async () => {
    const response = await open('/strip/redirect');
    const path = `${new URL(base).pathname}/strip/`;
    expect(response.headers.get('location')).toBe(`${path}login?next=1`);
    expect(response.headers.getSetCookie()).toEqual([`own=1; Path=${path}`]);
    expect((await open('/keep/redirect')).headers.get('location')).toBe('/login?next=1');
  });

  it('adds the slash that relative links need', async () => {
    const response = await open('/strip?x=1');
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe(`${new URL(base).pathname}/strip/?x=1`);
  });

  it('says what is wrong, in the language of the person', async () => {
    const { db } = gateway.database;
    const userId = await makeUser(db, 'ADMIN');
    await db.user.update({ where: { id: userId }, data: { locale: 'fr' } });
    const french = await gateway.cookieOf(await makeSession(db, userId));
    const page = await open('/stopped/', { headers: { accept: 'text/html', cookie: french } });
    expect(page.status).toBe(502);
    expect(await page.text()).toContain('stopped est arrêté');
    const deaf = await open('/deaf/');
    expect(deaf.status).toBe(502);
    expect((await deaf.json()).error.message).toContain('deaf does not answer');
    expect((await open('/nobody/')).status).toBe(404);
    expect((await fetch(`${gateway.origin}/elsewhere`)).status).toBe(404);
    expect((await fetch(`${gateway.origin}/health`)).status).toBe(200);
  });

  it('says since when the engine is away instead of calling the service stopped', async () => {
    const { db } = gateway.database;
    const { hostId } = gateway.environment;
    await db.dockerHost.update({ where: { id: hostId }, data: { unreachableSince: new Date() } });
    gateway.routes.clear();
    expect((await (await open('/stopped/')).json()).error.code).toBe('ENGINE_UNREACHABLE');
    await db.dockerHost.update({ where: { id: hostId }, data: { unreachableSince: null } });
    gateway.routes.clear();
  });

  it('follows a route that moved as soon as it is announced', async () => {
    const { db } = gateway.database;
    const { environmentId } = gateway.environment;
    await open('/deaf/');
    await db.$transaction(async (tx) => {
      await tx.route.updateMany({ where: { service: 'deaf' }, data: { targetPort: upstream.port } });
      await notifyChange(tx, { topic: 'route', id: environmentId });
    });
    await expect.poll(async () => (await open('/deaf/')).status, { timeout: 1_000 }).toBe(200);
  });
});

describe('WebSockets', () => {
  const connect = (path: string, headers: Record<string, string>) =>
    new WebSocket(base.replace('http', 'ws') + path, { headers });
  const statusOf = (socket: WebSocket) =>
    new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('open', () => resolve(101));
      socket.on('error', () => undefined);
    });

  it('are joined, without the session cookie', async () => {
    const socket = connect('/keep/channel', { cookie: `${cookie}; theirs=1`, origin: WEB_URL });
    const messages: string[] = [];
    socket.on('message', (data) => messages.push(String(data)));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send('hello');
    await expect.poll(() => messages).toHaveLength(2);
    expect(JSON.parse(messages[0] ?? '')).toEqual({
      path: `${new URL(base).pathname}/keep/channel`,
      cookie: 'theirs=1',
    });
    expect(messages[1]).toBe('hello');
    socket.close();
  });

  it('need a session and an origin of our own', async () => {
    expect(await statusOf(connect('/keep/', { origin: WEB_URL }))).toBe(401);
    expect(await statusOf(connect('/keep/', { cookie, origin: 'http://evil.test' }))).toBe(403);
    expect(await statusOf(connect('/stopped/', { cookie, origin: WEB_URL }))).toBe(502);
  });

  it('and streams end within 5 s of the session, even when nothing announces it', async () => {
    const { db } = gateway.database;
    const sessionId = await makeSession(db, gateway.environment.userId);
    const theirs = await gateway.cookieOf(sessionId);
    const socket = connect('/keep/', { cookie: theirs, origin: WEB_URL });
    await new Promise((resolve) => socket.once('open', resolve));
    const stream = await open('/strip/endless', { headers: { cookie: theirs } });
    const streamEnds = stream.text().then(
      () => 'ended',
      () => 'cut',
    );
    const socketEnds = new Promise((resolve) => socket.once('close', resolve));
    const before = performance.now();
    await db.session.delete({ where: { id: sessionId } });
    await Promise.all([socketEnds, streamEnds]);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect((await open('/strip/', { headers: { cookie: theirs } })).status).toBe(401);
  });
});
