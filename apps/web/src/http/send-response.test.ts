import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { sendResponse } from './send-response';

let server: Server;
afterEach(() => server.close());

/** A server that sends this; `sent` settles when it has, or could not. */
async function serve(answer: Response): Promise<{ port: number; sent: Promise<void> }> {
  server = createServer();
  const sent = once(server, 'request').then(([request, response]) => sendResponse(request, response, answer));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { port: (server.address() as AddressInfo).port, sent };
}

async function ask(port: number, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const [message] = await once(get({ port, host: '127.0.0.1', headers }), 'response');
  return message as IncomingMessage;
}

async function read(message: IncomingMessage): Promise<Buffer> {
  return Buffer.concat((await message.toArray()) as Buffer[]);
}

const LONG = { text: 'twelve bytes'.repeat(500) };

describe('sendResponse', () => {
  it('sends status, headers, each cookie and what every answer carries', async () => {
    const headers = new Headers({ 'x-own': 'yes' });
    headers.append('set-cookie', 'a=1');
    headers.append('set-cookie', 'b=2');
    const { port } = await serve(Response.json({ code: 'NOT_FOUND' }, { status: 404, headers }));
    const message = await ask(port);
    expect(message.statusCode).toBe(404);
    expect(message.headers).toMatchObject({
      'x-own': 'yes',
      'set-cookie': ['a=1', 'b=2'],
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(JSON.parse(String(await read(message)))).toEqual({ code: 'NOT_FOUND' });
  });

  it('packs long JSON for those who take it', async () => {
    const { port } = await serve(Response.json(LONG));
    const message = await ask(port, { 'accept-encoding': 'br, gzip' });
    expect(message.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    const body = await read(message);
    expect(body.length).toBe(Number(message.headers['content-length']));
    expect(body.length).toBeLessThan(500);
    expect(JSON.parse(String(gunzipSync(body)))).toEqual(LONG);
  });

  it('does not pack what is short, nor for those who do not take it', async () => {
    const short = await serve(Response.json({ ok: true }));
    expect(
      (await ask(short.port, { 'accept-encoding': 'gzip' })).headers['content-encoding'],
    ).toBeUndefined();
    server.close();
    const long = await serve(Response.json(LONG));
    const message = await ask(long.port, { 'accept-encoding': 'identity' });
    expect(message.headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(String(await read(message)))).toEqual(LONG);
  });

  it('sends an event stream as it comes, and ends it when the reader goes', async () => {
    let cancelled = false;
    let controller: ReadableStreamDefaultController | undefined;
    const body = new ReadableStream({
      start(given) {
        controller = given;
      },
      cancel() {
        cancelled = true;
      },
    });
    const headers = { 'content-type': 'text/event-stream' };
    const { port, sent } = await serve(new Response(body, { headers }));
    const message = await ask(port, { 'accept-encoding': 'gzip' });
    expect(message.headers['content-encoding']).toBeUndefined();
    controller?.enqueue(new TextEncoder().encode('data: 1\n\n'));
    const [first] = await once(message, 'data');
    expect(String(first)).toBe('data: 1\n\n');
    message.destroy();
    await sent;
    expect(cancelled).toBe(true);
  });

  it('sends an answer without a body', async () => {
    const { port } = await serve(new Response(null, { status: 204 }));
    const message = await ask(port);
    expect(message.statusCode).toBe(204);
    expect((await read(message)).length).toBe(0);
  });

  it('fails when the body fails, so that nobody takes half of it for the whole', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('half'));
        controller.error(new Error('the source broke'));
      },
    });
    const { port, sent } = await serve(new Response(body, { headers: { 'content-type': 'text/plain' } }));
    const failed = expect(sent).rejects.toThrow('the source broke');
    await ask(port)
      .then(read)
      .catch(() => undefined);
    await failed;
  });
});
