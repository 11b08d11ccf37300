import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createLogger } from '@jalon/logger';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { parseEndpoint } from '../client/endpoint';
import { createDockerEngine, type DockerEngine } from '../engine';
import {
  healthStep,
  quickCheck,
  type TestEngine,
  TestJournal,
  testEndpoint,
  testEngine,
  testPlan,
  testService,
  testTarget,
  upSteps,
} from '../testing';

/** The real daemon behind a line that can be cut. */
let test: TestEngine;
let target = testTarget();
let line: Server;
let engine: DockerEngine;
let sockets: Set<Socket>;

beforeAll(async () => {
  test = await testEngine();
});
beforeEach(async () => {
  sockets = new Set();
  line = createServer((socket) => {
    const endpoint = parseEndpoint(testEndpoint());
    const daemon =
      endpoint.kind === 'unix' ? connect(endpoint.socketPath) : connect(endpoint.port, endpoint.host);
    sockets.add(socket);
    socket.pipe(daemon).pipe(socket);
    socket.on('error', () => daemon.destroy());
    socket.on('close', () => daemon.destroy());
    daemon.on('error', () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  engine = createDockerEngine({
    endpoint: `tcp://127.0.0.1:${(line.address() as AddressInfo).port}`,
    logger: createLogger('engine-test', { level: 'silent' }),
    contentDir: '/',
    pythonBase: 'none',
  });
});
afterEach(async () => {
  engine.close();
  cut();
  await test.cleanUp(target.environmentId);
  target = testTarget();
});
afterAll(() => test.close());

function cut(): void {
  line.close();
  for (const socket of sockets) socket.destroy();
}

it('ends a deployment with ENGINE_UNREACHABLE, not with a verdict on the services', async () => {
  const service = testService(target, 'web', { healthcheck: quickCheck('false', { retries: 1_000 }) });
  const journal = new TestJournal();
  const result = await engine.execute(testPlan(...upSteps(service), healthStep(service, 60_000)), {
    onStep: (key, update) => {
      journal.onStep(key, update);
      if (key.startsWith('wait:')) cut();
    },
  });
  expect(result).toMatchObject({ outcome: 'FAILED', failure: { error: { code: 'ENGINE_UNREACHABLE' } } });
});

it('ends events and followed logs with ENGINE_UNREACHABLE, so that silence is not taken for peace', async () => {
  const service = testService(target, 'web', { command: ['sh', '-c', 'echo up; sleep 600'] });
  await engine.execute(testPlan(...upSteps(service)), { onStep: new TestJournal().onStep });
  const drain = async (stream: AsyncGenerator<unknown>, onFirst: () => void) => {
    for await (const _item of stream) onFirst();
  };
  const events = drain(engine.events({ environmentId: target.environmentId }), () => undefined);
  const logs = drain(engine.logs({ environmentId: target.environmentId, follow: true }), cut);
  // Both at once: one that ends while nobody waits for it would be an unhandled rejection.
  await Promise.all(
    [logs, events].map((ended) => expect(ended).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' })),
  );
});

it('leaves a job running that it can no longer see, to be taken up again', async () => {
  const { container } = testService(target, 'train', {
    command: ['sh', '-c', 'echo fitting; sleep 2; echo done'],
  });
  const job = {
    name: `${target.projectName}-run`,
    image: testService(target, 'train').image,
    spec: container,
  };
  await expect(engine.runJob(job, { onLog: cut })).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
  const outcome = await test.engine.runJob(job);
  expect(outcome.exitCode).toBe(0);
});
