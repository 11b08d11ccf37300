import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type Docker from 'dockerode';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDockerClient, type DockerClient } from './client';
import { dial } from './dial';
import { parseEndpoint } from './endpoint';

let folder: string;
let server: Server;
let client: DockerClient;
/** What reached the engine, its version apart. */
const arrived: string[] = [];
const bodies: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-gate-'));
  const path = join(folder, 'docker.sock');
  server = createServer((request, response) => {
    if (request.url !== '/version') arrived.push(`${request.method} ${request.url}`);
    void text(request).then((sent) => sent && bodies.push(JSON.parse(sent)));
    response.setHeader('content-type', 'application/json');
    response.end(
      '{"Id":"made","Version":"20.10.24","ApiVersion":"1.41","MinAPIVersion":"1.12","Warnings":[]}',
    );
  });
  server.listen(path);
  await once(server, 'listening');
  client = createDockerClient({ endpoint: parseEndpoint(`unix://${path}`), callDeadlineMs: 5_000 });
});
beforeEach(() => {
  arrived.length = 0;
  bodies.length = 0;
});
afterAll(async () => {
  client.close();
  server.close();
  await rm(folder, { recursive: true });
});

const attempt = (action: (docker: Docker) => Promise<unknown>) => client.call('try', action);

/** Every way that dockerode has to make something, or to open something, that no allow-list could judge. */
const WAYS: [string, (docker: Docker) => Promise<unknown>][] = [
  ['createContainer', (docker) => docker.createContainer({ Image: 'x', HostConfig: { Privileged: true } })],
  [
    'createContainer with a query',
    (docker) =>
      docker.createContainer({
        _query: { name: 'x' },
        _body: { Image: 'x' },
      } as Docker.ContainerCreateOptions),
  ],
  ['createVolume', (docker) => docker.createVolume({ Name: 'x', DriverOpts: { o: 'bind', device: '/' } })],
  ['createNetwork', (docker) => docker.createNetwork({ Name: 'x', Driver: 'macvlan' })],
  ['exec', (docker) => docker.getContainer('x').exec({ Cmd: ['sh'], Privileged: true })],
  ['update', (docker) => docker.getContainer('x').update({ PidsLimit: -1 })],
  [
    'start',
    (docker) =>
      docker.getContainer('x').start({ HostConfig: { Privileged: true } } as Docker.ContainerStartOptions),
  ],
  ['commit', (docker) => docker.getContainer('x').commit({ repo: 'x' })],
  ['attach', (docker) => docker.getContainer('x').attach({ stream: true, stdin: true })],
  ['connect', (docker) => docker.getNetwork('host').connect({ Container: 'x' })],
  ['buildImage', (docker) => docker.buildImage(Readable.from(''), { t: 'jalon/a:b', networkmode: 'host' })],
  [
    'buildImage from an address',
    (docker) => docker.buildImage(Readable.from(''), { t: 'jalon/a:b', remote: 'x' }),
  ],
  ['buildImage from a file', (docker) => docker.buildImage('/etc/hostname', { t: 'jalon/a:b' })],
  ['importImage', (docker) => docker.importImage(Readable.from(''), { repo: 'nginx' })],
  ['loadImage', (docker) => docker.loadImage(Readable.from(''))],
  ['createService', (docker) => docker.createService({ Name: 'x' } as Docker.CreateServiceOptions)],
  ['createPlugin', (docker) => docker.createPlugin({ name: 'x' })],
  ['createSecret', (docker) => docker.createSecret({ Name: 'x', Data: '' } as never)],
  ['swarmInit', (docker) => docker.swarmInit({})],
  ['pruneVolumes', (docker) => docker.pruneVolumes()],
  ['a name with a query', (docker) => docker.getContainer('x?force=true&').remove()],
  ['a name that climbs', (docker) => docker.getContainer('../volumes/x').inspect()],
  [
    'dial',
    (docker) =>
      dial(docker, {
        method: 'POST',
        path: '/volumes/create',
        body: {},
        abortSignal: AbortSignal.timeout(1_000),
      }),
  ],
];

describe('the gate', () => {
  it.each(WAYS)('lets no refused %s through to the engine', async (_what, way) => {
    await expect(attempt(way)).rejects.toMatchObject({ code: 'POLICY_REFUSED' });
    expect(arrived).toEqual([]);
  });

  it('lets through what is allowed', async () => {
    await attempt((docker) => docker.getContainer('x').start());
    await attempt((docker) => docker.getContainer('x').rename({ _query: { name: 'y' } } as never));
    await attempt((docker) => docker.getContainer('x').stop({ t: 10 }));
    await attempt((docker) => docker.getNetwork('demo-sandbox_default').connect({ Container: 'x' }));
    await attempt((docker) => docker.getContainer('x').inspect());
    await attempt((docker) => docker.getImage('jalon/a:b').inspect());
    expect(arrived).toHaveLength(6);
  });

  it('sends what it has judged, not an object that shows two faces', async () => {
    let asked = 0;
    const body = {
      Container: 'x',
      EndpointConfig: {
        get Aliases() {
          asked += 1;
          return asked === 1 ? ['web'] : ['database.jalon.internal'];
        },
      },
    };
    await attempt((docker) => docker.getNetwork('demo-sandbox_default').connect(body));
    expect(asked).toBe(1);
    expect(bodies).toEqual([{ Container: 'x', EndpointConfig: { Aliases: ['web'] } }]);
  });
});

describe('there is no way round it', () => {
  const source = join(import.meta.dirname, '..');
  const files = async (): Promise<string[]> =>
    (await readdir(source, { recursive: true })).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/'),
    );

  it.each([
    [
      'makes a client of dockerode',
      /import (?!type)[^;]*from 'dockerode'|new Docker\(/,
      ['client/client.ts'],
    ],
    ['replaces what sends', /modem\.dial\s*=[^=]|\.buildRequest\b/, ['client/client.ts']],
    ['speaks HTTP itself', /\bfetch\(|\bhttps?\.request\(|\bhttps?\.get\(/, []],
    ['runs a program', /node:child_process/, []],
    ['makes a door to a daemon', /createDockerClient\(/, ['client/client.ts', 'engine.ts']],
  ])('one file %s', async (_what, pattern, allowed) => {
    const found: string[] = [];
    for (const file of await files())
      if (pattern.test(await readFile(join(source, file), 'utf8'))) found.push(file);
    expect(found.sort()).toEqual(allowed);
  });
});
