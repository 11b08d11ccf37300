import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForStaticFiles, staticFiles } from './static-files';

const SCRIPT = 'export const answer = 42;';
const PACKED = gzipSync(SCRIPT);
let dir: string;
let server: Server;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'static-files-'));
  writeFileSync(join(dir, 'a1b2.js'), SCRIPT);
  writeFileSync(join(dir, 'a1b2.js.gz'), PACKED);
  writeFileSync(join(dir, 'a1b2.js.br'), 'brotli');
  const answer = staticFiles(dir, async (request, response) => {
    response.writeHead(404).end(request.url);
  });
  server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

async function ask(path: string, encoding?: string): Promise<{ message: IncomingMessage; body: Buffer }> {
  const { port } = server.address() as AddressInfo;
  const headers = encoding ? { 'accept-encoding': encoding } : {};
  const [message] = await once(get({ port, host: '127.0.0.1', path, headers }), 'response');
  return { message, body: Buffer.concat(await message.toArray()) };
}

describe('files for browsers', () => {
  it('are sent as they were packed, as the browser takes it', async () => {
    const gzip = await ask('/_next/static/a1b2.js', 'gzip, deflate');
    expect(gzip.message.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-length': String(PACKED.length),
      vary: 'Accept-Encoding',
    });
    expect(gzip.message.headers['content-type']).toMatch(/^text\/javascript/);
    expect(gzip.body.equals(PACKED)).toBe(true);
    const brotli = await ask('/_next/static/a1b2.js', 'gzip, deflate, br, zstd');
    expect(brotli.message.headers['content-encoding']).toBe('br');
    expect(String(brotli.body)).toBe('brotli');
    const plain = await ask('/_next/static/a1b2.js');
    expect(plain.message.headers['content-encoding']).toBeUndefined();
    expect(String(plain.body)).toBe(SCRIPT);
  });

  it('are kept for good, and carry what every answer carries', async () => {
    const { message } = await ask('/_next/static/a1b2.js', 'gzip');
    expect(message.headers).toMatchObject({
      'cache-control': 'public,max-age=31536000,immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('that are not there are somebody else’s to answer, under the whole address', async () => {
    for (const path of [
      '/_next/static/gone.js',
      '/_next/static/../../package.json',
      '/_next/static/%2e%2e/x',
    ]) {
      const { message, body } = await ask(path);
      expect(message.statusCode).toBe(404);
      expect(String(body)).toBe(path);
    }
  });

  it('are what is below /_next/static/, and nothing else', () => {
    const isFile = (url: string) => isForStaticFiles({ url } as IncomingMessage);
    expect(['/_next/static/a.js', '/_next/data/a', '/_next/static', '/a/_next/static/b'].map(isFile)).toEqual(
      [true, false, false, false],
    );
  });
});
