import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answerProcedures, isForProcedures } from './answer-procedures';

/** Says what it was asked; it stands in for the backend, which tests of the API try with a database. */
const echo = {
  answerTrpc: async (asked: Request) =>
    Response.json({
      method: asked.method,
      url: asked.url,
      cookie: asked.headers.get('cookie'),
      body: await asked.text(),
    }),
};

let server: Server;
afterEach(() => server.close());

async function answerTo(path: string, options: { method?: string; headers?: object; body?: string } = {}) {
  server = createServer((request, response) => answerProcedures(echo, request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const sent = ask({
    port,
    host: '127.0.0.1',
    path,
    ...options,
    headers: { host: 'jalon.test', ...options.headers },
  });
  sent.end(options.body);
  const [message] = (await once(sent, 'response')) as [IncomingMessage];
  const text = Buffer.concat((await message.toArray()) as Buffer[]).toString();
  return { status: message.statusCode, body: text && JSON.parse(text) };
}

describe('answerProcedures', () => {
  it('hands over method, address, cookie and body', async () => {
    const { body } = await answerTo('/api/trpc/useCase.list?input=%7B%7D', { headers: { cookie: 'a=1' } });
    expect(body).toEqual({
      method: 'GET',
      url: 'http://jalon.test/api/trpc/useCase.list?input=%7B%7D',
      cookie: 'a=1',
      body: '',
    });
    server.close();
    const posted = await answerTo('/api/trpc/useCase.create', { method: 'POST', body: '{"title":"é"}' });
    expect(posted.body).toMatchObject({ method: 'POST', body: '{"title":"é"}' });
  });

  it('answers an address that is none with 400', async () => {
    expect(await answerTo('/api/trpc/useCase.list', { headers: { host: 'not a host' } })).toMatchObject({
      status: 400,
    });
  });

  it('is asked for procedures alone', () => {
    const of = (url: string): boolean => isForProcedures({ url } as IncomingMessage);
    expect(of('/api/trpc/useCase.list')).toBe(true);
    expect(['/', '/api/trpc', '/api/health', '/api/trpcs/x', '//api/trpc/x'].map(of)).not.toContain(true);
  });
});
