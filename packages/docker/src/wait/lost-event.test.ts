import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { createLogger } from '@jalon/logger';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

/** The real daemon behind a line on which every event is lost: the subscription is accepted, then nothing is told. */
let test: TestEngine;
let target = testTarget();
let line: Server;
let engine: DockerEngine;

beforeAll(async () => {
  test = await testEngine();
  line = createServer((socket) => {
    const endpoint = parseEndpoint(testEndpoint());
    const daemon =
      endpoint.kind === 'unix' ? connect(endpoint.socketPath) : connect(endpoint.port, endpoint.host);
    let telling = false;
    socket.on('data', (request: Buffer) => {
      telling = /^GET \S*\/events\?/.test(request.toString('latin1'));
      daemon.write(request);
    });
    daemon.on('data', (answer: Buffer) => {
      const isEvent = telling && !answer.toString('latin1').startsWith('HTTP/1.1');
      if (!isEvent) socket.write(answer);
    });
    socket.on('error', () => daemon.destroy()).on('close', () => daemon.destroy());
    daemon.on('error', () => socket.destroy()).on('end', () => socket.end());
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  engine = createDockerEngine({
    endpoint: `tcp://127.0.0.1:${(line.address() as AddressInfo).port}`,
    logger: createLogger('engine-test', { level: 'silent' }),
    contentDir: '/',
    pythonBase: 'none',
    lookEveryMs: 200,
  });
});
afterEach(async () => {
  await test.cleanUp(target.environmentId);
  target = testTarget();
});
afterAll(async () => {
  engine.close();
  line.close();
  await test.cleanUp(target.environmentId);
  test.close();
});

const DEADLINE_MS = 60_000;
const run = (...steps: Parameters<typeof testPlan>) =>
  engine.execute(testPlan(...steps), { onStep: new TestJournal().onStep });

describe('an event that was lost', () => {
  it.each([
    ['true', {}, 'SUCCEEDED', undefined],
    ['false', { retries: 2 }, 'FAILED', 'is unhealthy'],
  ])('a health check of “%s” is seen long before its deadline', async (check, changes, outcome, message) => {
    const service = testService(target, 'web', { healthcheck: quickCheck(check, changes) });
    const result = await run(...upSteps(service), healthStep(service, DEADLINE_MS));
    expect(result.outcome).toBe(outcome);
    if (message) expect(result.failure?.error.message).toContain(message);
  });

  it.each([
    ['exit 0', 'SUCCEEDED', undefined],
    ['exit 3', 'FAILED', 'exited with code 3'],
  ])('a job that ends with “%s” is seen', async (end, outcome, message) => {
    const service = testService(target, 'migrate', { command: ['sh', '-c', `sleep 0.3; ${end}`] });
    const wait = {
      kind: 'WAIT_COMPLETED' as const,
      key: `wait:${service.containerName}`,
      container: service.containerName,
      deadlineMs: DEADLINE_MS,
      service: service.service,
    };
    const result = await run(...upSteps(service), wait);
    expect(result.outcome).toBe(outcome);
    if (message) expect(result.failure?.error.message).toContain(message);
  });

  it('a container that somebody removed while its health was waited for is said to be gone', async () => {
    const service = testService(target, 'web', { healthcheck: quickCheck('false', { retries: 1_000 }) });
    const under = run(...upSteps(service), healthStep(service, DEADLINE_MS));
    await expect
      .poll(() => test.engine.observe({ environmentId: target.environmentId, images: [] }), {
        timeout: 10_000,
      })
      .toMatchObject({ containers: [{ state: 'running' }] });
    await test.docker.getContainer(service.containerName).remove({ force: true });
    expect((await under).failure?.error.message).toContain('was removed by somebody');
  });
});
