import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Principal } from '@jalon/contracts';
import { createLogger } from '@jalon/logger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Server as JalonServer } from '../../server/create-server';
import { handleFileRequest } from '../../server/handle-file';
import {
  codeOf,
  type DeliveryHarness,
  deliveryHarness,
  makeProject,
  markDeployed,
} from '../../testing/delivery-harness';

/** A worker's stream endpoint with one volume in memory; it wants the key. */
const volume = new Map<string, Buffer>();
let key = '';
const worker: Server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '', 'http://worker');
  const name = url.searchParams.get('name') ?? '';
  if (request.headers.authorization !== `Bearer ${key}`) return void response.writeHead(401).end();
  if (request.method === 'PUT') {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return void response.destroy();
    }
    volume.set(name, Buffer.concat(chunks));
    return void response.writeHead(204).end();
  }
  if (url.pathname === '/logs') {
    const lines = ['one', 'two'].map((line) => ({
      service: 'model',
      stream: 'stdout',
      at: '2026-01-01',
      line,
    }));
    return void response.end(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"dropped":3}\n`);
  }
  if (url.pathname === '/file') return void response.end(volume.get(name));
  const files = [...volume].map(([file, bytes]) => ({
    name: file,
    size: bytes.length,
    modifiedAt: '2026-01-01T00:00:00Z',
  }));
  response.end(JSON.stringify(files));
});

let harness: DeliveryHarness;
let engineer: Principal;
let place: { environmentId: string; id: string };

async function deploy(projectId: string, environmentId: string): Promise<void> {
  const caller = harness.callerOf(engineer);
  const { version } = await caller.stack.get({ projectId });
  await caller.deployment.deploy({ environmentId, stackVersion: version });
  await markDeployed(harness, environmentId);
}

beforeAll(async () => {
  await new Promise<void>((resolve) => worker.listen(0, '127.0.0.1', resolve));
  const { port } = worker.address() as AddressInfo;
  harness = await deliveryHarness({ workerUrl: `http://127.0.0.1:${port}` });
  key = harness.keys.stream.toString('hex');
  engineer = await harness.person('ENGINEER');
  place = await makeProject(harness, engineer);
  await deploy(place.id, place.environmentId);
});
afterAll(async () => {
  worker.closeAllConnections();
  await new Promise((resolve) => worker.close(resolve));
  await harness.close();
});
beforeEach(() => volume.clear());

/** The route's half of the web server, signed in as somebody. */
function serverFor(principal: Principal | null): JalonServer {
  const context = { ...harness.contextOf(engineer), principal };
  const parts = {
    publicUrl: 'http://web.test',
    logger: createLogger('test', { level: 'silent' }),
    createContext: async () => context,
  };
  return parts as unknown as JalonServer;
}

function upload(
  name: string,
  text: string,
  init: { origin?: string; length?: number; volume?: string } = {},
): Request {
  const query = new URLSearchParams({
    environmentId: place.environmentId,
    volume: init.volume ?? 'raw',
    name,
  });
  return new Request(`http://web.test/api/files?${query}`, {
    method: 'PUT',
    headers: {
      origin: init.origin ?? 'http://web.test',
      'content-length': String(init.length ?? Buffer.byteLength(text)),
    },
    body: new Blob([text]).stream(),
    duplex: 'half',
  } as RequestInit);
}

describe('the file route', () => {
  it('streams a file to the worker, lists it and gives it back', async () => {
    const response = await handleFileRequest(serverFor(engineer), upload('credit.csv', 'a,b\n1,2\n'));
    expect(response.status).toBe(200);
    const { files } = await harness.callerOf(engineer).file.list({ ...place, volume: 'raw' });
    expect(files).toEqual([{ name: 'credit.csv', size: 8, modifiedAt: new Date('2026-01-01T00:00:00Z') }]);
    const address = upload('credit.csv', '').url;
    const back = await handleFileRequest(serverFor(engineer), new Request(address));
    expect(await back.text()).toBe('a,b\n1,2\n');
    expect(back.headers.get('content-disposition')).toBe('attachment; filename="credit.csv"');
    const audit = await harness.db.auditEvent.findFirst({ where: { action: 'file.uploaded' } });
    expect(audit?.data).toMatchObject({ volume: 'raw', name: 'credit.csv', size: 8 });
  });

  it('reads a file in a folder, and none outside the volume', async () => {
    volume.set('models/credit/current.json', Buffer.from('{}'));
    const get = (name: string) => handleFileRequest(serverFor(engineer), new Request(upload(name, '').url));
    const found = await get('models/credit/current.json');
    expect(await found.text()).toBe('{}');
    expect(found.headers.get('content-disposition')).toBe('attachment; filename="current.json"');
    for (const name of ['models/../../x', '/etc/passwd', 'models//x', '../x'])
      expect((await get(name)).status, name).toBe(400);
  });

  it.each([
    ['../../etc/passwd', 400],
    ['.hidden', 400],
    ['a/b.csv', 400],
    ['', 400],
    ['a\u0000.csv', 400],
  ])('refuses the name %j', async (name, status) => {
    const response = await handleFileRequest(serverFor(engineer), upload(name, 'x'));
    expect(response.status).toBe(status);
    expect(volume.size).toBe(0);
  });

  it('refuses a volume that the stack has not, a foreign page, nobody, and a role without the right', async () => {
    const status = async (request: Request, who: Principal | null = engineer) =>
      (await handleFileRequest(serverFor(who), request)).status;
    expect(await status(upload('a.csv', 'x', { volume: 'other' }))).toBe(404);
    expect(await status(upload('a.csv', 'x', { origin: 'http://evil.test' }))).toBe(403);
    expect(await status(upload('a.csv', 'x'), null)).toBe(401);
    expect(await status(upload('a.csv', 'x'), await harness.person('BUSINESS'))).toBe(403);
    expect(await status(upload('a.csv', 'x'), await harness.person('ENGINEER'))).toBe(404);
    expect(volume.size).toBe(0);
  });

  it('refuses what is too large by its own word, and a body that is longer than its word', async () => {
    const large = await handleFileRequest(
      serverFor(engineer),
      upload('a.csv', 'x', { length: 60 * 1024 * 1024 }),
    );
    expect(large.status).toBe(400);
    const lying = await handleFileRequest(
      serverFor(engineer),
      upload('a.csv', 'x'.repeat(100), { length: 10 }),
    );
    expect(lying.status).toBeGreaterThanOrEqual(400);
    expect(volume.size).toBe(0);
  });
});

describe('run.start of a sample', () => {
  it('puts the sample’s data in place first, once', async () => {
    const useCaseId = await harness.useCase(engineer.userId);
    const caller = harness.callerOf(engineer);
    const { id, environmentId } = await caller.project.create({
      useCaseId,
      name: 'Sample',
      slug: 'sample-run',
      start: { kind: 'SAMPLE' },
    });
    expect(await codeOf(caller.run.start({ environmentId, service: 'train' }))).toBe('CONFLICT');
    await deploy(id, environmentId);
    const run = await caller.run.start({ environmentId, service: 'train' });
    expect(run).toMatchObject({ number: 1, job: 'train', status: 'QUEUED' });
    expect([...volume.keys()]).toEqual(['credit.csv']);
    expect(volume.get('credit.csv')?.toString('utf8').split('\n')[0]).toContain('Status');
    volume.set('credit.csv', Buffer.from('mine'));
    await caller.run.start({ environmentId, service: 'train' });
    expect(volume.get('credit.csv')?.toString()).toBe('mine');
    const page = await caller.run.list({ projectId: id });
    expect(page.jobs.map((job) => job.service)).toEqual(['train', 'score']);
    expect(page.runs.map((entry) => entry.number)).toEqual([2, 1]);
    expect(await codeOf(caller.run.start({ environmentId, service: 'model' }))).toBe('NOT_FOUND');
    await caller.run.cancel({ runId: run.id });
    expect((await caller.run.get({ runId: run.id })).cancelRequestedAt).not.toBeNull();
  });
});

describe('log.tail', () => {
  it('gives the worker’s lines in batches, with what was dropped', async () => {
    const lines: string[] = [];
    let dropped = 0;
    for await (const batch of await harness
      .callerOf(engineer)
      .log.tail({ environmentId: place.environmentId })) {
      lines.push(...batch.lines.map((entry) => entry.line));
      dropped += batch.dropped;
    }
    expect(lines).toEqual(['one', 'two']);
    expect(dropped).toBe(3);
  });
});
