import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testEndpoint } from '../testing';
import { compareVersions, createDockerClient } from './client';
import { parseEndpoint } from './endpoint';

let folder: string;
let server: Server | null = null;
const sockets = new Set<Socket>();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-engine-'));
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  server?.close();
  server = null;
  await rm(folder, { recursive: true });
});

/** A socket that answers each connection with `answer`, or never. */
async function listen(answer: string | null): Promise<string> {
  const path = join(folder, 'docker.sock');
  server = createServer((socket) => {
    sockets.add(socket);
    if (answer !== null) socket.on('data', () => socket.end(answer));
  });
  server.listen(path);
  await once(server, 'listening');
  return `unix://${path}`;
}

function clientFor(endpoint: string, callDeadlineMs = 300) {
  return createDockerClient({ endpoint: parseEndpoint(endpoint), callDeadlineMs });
}

describe('an engine that is not there', () => {
  it('is unreachable within the deadline when it accepts and never answers', async () => {
    const client = clientFor(await listen(null));
    const begun = Date.now();
    await expect(client.info()).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
    await expect(client.call('list containers', (docker) => docker.listContainers())).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
      message: expect.stringContaining('no answer within 0.3 s'),
    });
    expect(Date.now() - begun).toBeLessThan(2_000);
  });

  it('is unreachable when its socket does not exist', async () => {
    await expect(clientFor(`unix://${folder}/none.sock`).info()).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
      message: expect.stringContaining('its socket does not exist'),
    });
  });

  it('is unreachable when something else answers', async () => {
    const client = clientFor(await listen('SSH-2.0-OpenSSH_9.2\r\n'));
    await expect(client.info()).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
  });

  it('is unreachable when a web server answers', async () => {
    const client = clientFor(await listen('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'));
    await expect(client.info()).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
  });

  it('gives up at once when the caller cancels, even before the version is known', async () => {
    const client = clientFor(await listen(null), 60_000);
    const signal = AbortSignal.timeout(50);
    const begun = Date.now();
    await expect(
      client.call('list containers', (docker) => docker.listContainers(), { signal }),
    ).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(Date.now() - begun).toBeLessThan(1_000);
    client.close();
  });
});

describe('the real engine', () => {
  it('negotiates once, pins the lower API version and counts calls', async () => {
    const client = clientFor(testEndpoint(), 10_000);
    await client.call('list containers', (docker) => docker.listContainers());
    await client.call('list images', (docker) => docker.listImages());
    const info = await client.knownInfo();
    expect(compareVersions(info.apiVersion, '1.40')).toBeGreaterThanOrEqual(0);
    expect(client.calls()).toEqual({
      total: 3,
      byKind: { 'GET /version': 1, 'GET /containers/json': 1, 'GET /images/json': 1 },
    });
    client.close();
  });
});

describe('parseEndpoint', () => {
  it.each([
    ['unix:///run/d.sock', { kind: 'unix', socketPath: '/run/d.sock' }],
    ['tcp://10.0.0.5', { kind: 'tcp', host: '10.0.0.5', port: 2375, tls: null }],
    ['tcp://docker.example:2376', { kind: 'tcp', host: 'docker.example', port: 2376, tls: {} }],
    ['https://docker.example', { kind: 'tcp', host: 'docker.example', port: 2376, tls: {} }],
    ['tcp://[::1]:2375', { kind: 'tcp', host: '::1', port: 2375, tls: null }],
  ])('reads %s', (text, endpoint) => {
    expect(parseEndpoint(text)).toEqual(endpoint);
  });

  it('reads ssh with a key and the fingerprint of the host', () => {
    const ssh = { privateKey: 'KEY', hostKeySha256: 'abc' };
    expect(parseEndpoint('ssh://deploy@host:2222', { ssh })).toEqual({
      kind: 'ssh',
      host: 'host',
      port: 2222,
      username: 'deploy',
      ssh,
    });
  });

  it.each(['', 'docker', 'unix://', 'unix://relative', 'ftp://host', 'tcp://', 'ssh://user@host'])(
    'refuses “%s”',
    (text) => {
      expect(() => parseEndpoint(text)).toThrow(expect.objectContaining({ code: 'VALIDATION' }));
    },
  );
});
