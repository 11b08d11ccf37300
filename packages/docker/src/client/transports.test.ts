import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { promisify } from 'node:util';
import ssh2 from 'ssh2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subscribe } from '../events';
import { testEndpoint } from '../testing';
import { createDockerClient } from './client';
import { parseEndpoint } from './endpoint';

/** The daemon's own socket, reached through each transport. */
function toDaemon() {
  const endpoint = parseEndpoint(testEndpoint());
  if (endpoint.kind === 'unix') return connect(endpoint.socketPath);
  return connect(endpoint.port, endpoint.host);
}

const clientFor = (text: string, credentials = {}) =>
  createDockerClient({ endpoint: parseEndpoint(text, credentials), callDeadlineMs: 10_000 });

describe('over TCP', () => {
  let proxy: Server;
  let address: string;

  beforeEach(async () => {
    proxy = createServer((socket) => {
      const daemon = toDaemon();
      socket.pipe(daemon).pipe(socket);
      socket.on('error', () => daemon.destroy());
      daemon.on('error', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    address = `tcp://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterEach(() => proxy.close());

  it('speaks with the daemon, and tells when it is gone', async () => {
    const client = clientFor(address);
    expect((await client.info()).version).toMatch(/^\d/);
    client.close();
    proxy.close();
    await expect(client.info()).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
  });

  it('tells that it is unreachable when TLS is wanted and nobody speaks it', async () => {
    await expect(clientFor(address, { tls: {} }).info()).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
    });
  });
});

describe('over TLS', () => {
  let folder: string;
  let proxy: TlsServer;
  let address: string;
  const [cert, key]: [() => string, () => string] = [
    () => readFileSync(join(folder, 'cert.pem'), 'utf8'),
    () => readFileSync(join(folder, 'key.pem'), 'utf8'),
  ];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jalon-tls-'));
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    await promisify(execFile)('openssl', ['req', '-x509', ...kind, ...files, ...names]);
    proxy = createTlsServer({ cert: cert(), key: key(), ca: cert(), requestCert: true }, (socket) => {
      const daemon = toDaemon();
      socket.pipe(daemon).pipe(socket);
      socket.on('error', () => daemon.destroy());
    }).listen(0, '127.0.0.1');
    proxy.on('tlsClientError', () => undefined);
    await once(proxy, 'listening');
    address = `tcp://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    proxy.close();
    await rm(folder, { recursive: true });
  });

  it('speaks with a daemon that asks for a certificate', async () => {
    const client = clientFor(address, { tls: { ca: cert(), cert: cert(), key: key() } });
    expect((await client.info()).version).toMatch(/^\d/);
    client.close();
  });

  it.each([
    ['our certificate is missing', () => ({ ca: cert() })],
    ['its certificate is not trusted', () => ({ cert: cert(), key: key() })],
  ])('is unreachable when %s', async (_what, tls) => {
    const client = clientFor(address, { tls: tls() });
    await expect(client.info()).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
    client.close();
  });
});

describe('over SSH', () => {
  const hostKey = ssh2.utils.generateKeyPairSync('ed25519');
  const ownKey = ssh2.utils.generateKeyPairSync('ed25519');
  const fingerprint = fingerprintOf(hostKey.public);
  let server: InstanceType<typeof ssh2.Server>;
  let connections: ssh2.Connection[];
  let commands: string[];
  let address: string;

  beforeEach(async () => {
    connections = [];
    commands = [];
    server = new ssh2.Server({ hostKeys: [hostKey.private] }, (connection) => {
      connections.push(connection);
      connection.on('error', () => undefined);
      connection.on('authentication', (attempt) => {
        const known =
          attempt.method === 'publickey' && fingerprintOf(ownKey.public) === digest(attempt.key.data);
        if (known) attempt.accept();
        else attempt.reject(['publickey']);
      });
      connection.on('session', (accept) => {
        accept().on('exec', (acceptExec, _reject, { command }) => {
          commands.push(command);
          const channel = acceptExec();
          const daemon = toDaemon();
          channel.pipe(daemon).pipe(channel);
          channel.on('close', () => daemon.destroy());
        });
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `ssh://deploy@127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    for (const connection of connections) connection.end();
    server.close();
  });

  const ssh = { privateKey: ownKey.private, hostKeySha256: fingerprint };

  it('shares one connection between all requests', async () => {
    const client = clientFor(address, { ssh });
    await client.info();
    await Promise.all(
      Array.from({ length: 12 }, () => client.call('list images', (docker) => docker.listImages())),
    );
    expect(connections).toHaveLength(1);
    expect(new Set(commands)).toEqual(new Set(['docker system dial-stdio']));
    client.close();
  });

  it('follows events', async () => {
    const client = clientFor(address, { ssh });
    const subscription = await subscribe(client);
    const next = subscription.events.next();
    subscription.close();
    expect(await next).toEqual({ done: true, value: undefined });
    client.close();
  });

  it('connects anew after the connection was lost', async () => {
    const client = clientFor(address, { ssh });
    await client.info();
    connections[0]?.end();
    await expect
      .poll(
        () =>
          client.info().then(
            ({ version }) => version,
            () => null,
          ),
        { timeout: 10_000 },
      )
      .toMatch(/^\d/);
    expect(connections.length).toBeGreaterThan(1);
    client.close();
  });

  it.each([
    ['the host has another key than expected', { ...ssh, hostKeySha256: fingerprintOf(ownKey.public) }],
    ['our key is not known there', { ...ssh, privateKey: hostKey.private }],
  ])('is unreachable when %s', async (_what, wrong) => {
    const client = clientFor(address, { ssh: wrong });
    await expect(client.info()).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
    expect(commands).toEqual([]);
    client.close();
  });
});

function digest(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64').replace(/=+$/, '');
}

/** As `ssh-keygen -lf` prints it. */
function fingerprintOf(publicKey: string): string {
  return digest(Buffer.from(publicKey.split(' ')[1] ?? '', 'base64'));
}
