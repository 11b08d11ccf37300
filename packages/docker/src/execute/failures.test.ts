import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  healthStep,
  quickCheck,
  runningStep,
  type TestEngine,
  TestJournal,
  testEngine,
  testNetwork,
  testPlan,
  testService,
  testTarget,
  upSteps,
} from '../testing';

let test: TestEngine;
let target = testTarget();

beforeAll(async () => {
  test = await testEngine();
});
afterEach(async () => {
  await test.cleanUp(target.environmentId);
  target = testTarget();
});
afterAll(() => test.close());

const run = (plan: ReturnType<typeof testPlan>, journal = new TestJournal()) =>
  test.engine.execute(plan, { onStep: journal.onStep });

describe('failures', () => {
  it('tells exit code and last lines of a service that ends', async () => {
    const service = testService(target, 'crash', {
      command: ['sh', '-c', 'echo one; echo "no model at /data" >&2; exit 3'],
    });
    const result = await run(testPlan(...upSteps(service), runningStep(service, 5_000)));
    expect(result).toMatchObject({
      outcome: 'FAILED',
      failure: { service: 'crash', error: { code: 'SERVICE_EXITED' } },
    });
    expect(result.failure?.error.message).toContain('exited with code 3');
    const lines = result.failure?.error.details.map((detail) => detail.message);
    expect(lines?.sort()).toEqual(['no model at /data', 'one']);
  });

  it('sees a crash that a restart policy would hide', async () => {
    const service = testService(target, 'loop', {
      command: ['sh', '-c', 'sleep 0.3; exit 1'],
      restart: 'always',
    });
    const result = await run(testPlan(...upSteps(service), runningStep(service, 8_000)));
    expect(result.failure?.error.code).toBe('SERVICE_EXITED');
    // It may run again by the time that it is looked at.
    expect(result.failure?.error.message).toContain('exited with code 1');
  });

  it('tells that memory ran out', async () => {
    const command = [
      'sh',
      '-c',
      'head -c 200000000 /dev/zero | tr "\\000" x | sh -c "cat | dd of=/dev/shm/x bs=1M" ; x=$(yes | head -c 100000000)',
    ];
    const service = testService(target, 'hungry', { command, init: false, memoryBytes: 16 * 1024 * 1024 });
    const result = await run(testPlan(...upSteps(service), runningStep(service, 15_000)));
    expect(result.failure?.error.message).toContain('more memory than its limit of 16 MB');
  });

  it('tells what the health check printed when it stays red', async () => {
    const service = testService(target, 'sick', {
      command: ['sh', '-c', 'echo starting; sleep 600'],
      healthcheck: quickCheck('echo database is locked; exit 1'),
    });
    const result = await run(testPlan(...upSteps(service), healthStep(service)));
    expect(result.failure?.error).toMatchObject({ code: 'SERVICE_UNHEALTHY' });
    expect(result.failure?.error.message).toContain('database is locked');
    expect(result.failure?.error.details).toEqual([{ path: 'sick', message: 'starting' }]);
  });

  it('does not wait for health beyond the deadline', async () => {
    const service = testService(target, 'slow', {
      healthcheck: quickCheck('sleep 0.1; false', { retries: 100 }),
    });
    const result = await run(testPlan(...upSteps(service), healthStep(service, 1_000)));
    expect(result.failure?.error.code).toBe('SERVICE_UNHEALTHY');
    expect(result.failure?.error.message).toContain('not healthy after 1 s');
  });

  it('names the image that is missing', async () => {
    const service = { ...testService(target, 'ghost'), image: 'jalon-test/no-such-image:1' };
    const result = await run(testPlan(...upSteps(service)));
    expect(result.failure?.error.code).toBe('IMAGE_NOT_FOUND');
    expect(result.failure?.error.message).toContain('jalon-test/no-such-image:1');
    expect(result.notBegun).toEqual([`start:${service.containerName}`]);
  });

  it('pulls nothing from a registry that does not answer, and says so', async () => {
    const result = await run(testPlan({ kind: 'PULL_IMAGE', key: 'pull', image: 'registry.invalid/none:1' }));
    expect(result.failure?.error.code).toBe('IMAGE_NOT_FOUND');
  });

  it('names the port that is taken and the container that holds it', async () => {
    const network = testNetwork(target, 'default');
    const port = await freePort();
    const ports = [{ hostIp: '127.0.0.1', published: port, target: 80, protocol: 'tcp' as const }];
    const first = testService(target, 'first', { ports, networks: { [network.name]: [] } });
    const second = testService(target, 'second', { ports, networks: { [network.name]: [] } });
    const result = await run(
      testPlan({ kind: 'CREATE_NETWORK', key: 'n', network }, ...upSteps(first), ...upSteps(second)),
    );
    expect(result.failure?.error.code).toBe('PORT_TAKEN');
    expect(result.failure?.error.message).toContain(
      `127.0.0.1:${port} is taken by container “${first.containerName}”`,
    );
    const other = await test.engine.observe({ environmentId: 'another', images: [] });
    expect(other.portsInUse[`127.0.0.1:${port}/tcp`]).toBe(first.containerName);
  });

  it('names the port that another program holds', async () => {
    const network = testNetwork(target, 'default');
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const port = (holder.address() as { port: number }).port;
    const ports = [{ hostIp: '127.0.0.1', published: port, target: 80, protocol: 'tcp' as const }];
    const service = testService(target, 'late', { ports, networks: { [network.name]: [] } });
    const result = await run(testPlan({ kind: 'CREATE_NETWORK', key: 'n', network }, ...upSteps(service)));
    holder.close();
    expect(result.failure?.error.message).toContain(`127.0.0.1:${port} is taken by another program`);
  });

  it('says which command cannot be run', async () => {
    const service = testService(target, 'typo', { command: ['no-such-program'], init: false });
    const result = await run(testPlan(...upSteps(service)));
    expect(result.failure?.error.message).toContain('“no-such-program” cannot be run');
  });

  it('begins nothing new after a failure, and gives up waiting', async () => {
    const good = testService(target, 'good', { healthcheck: quickCheck('false', { retries: 1000 }) });
    const bad = { ...testService(target, 'bad'), image: 'jalon-test/no-such-image:1' };
    const journal = new TestJournal();
    const [createBad] = upSteps(bad);
    if (!createBad) throw new Error('a step');
    const plan = testPlan(...upSteps(good), healthStep(good, 60_000), {
      ...createBad,
      after: [`start:${good.containerName}`],
    });
    const begun = Date.now();
    const result = await run(plan, journal);
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(result).toMatchObject({
      outcome: 'FAILED',
      failure: { service: null, error: { code: 'IMAGE_NOT_FOUND' } },
    });
    expect(journal.last()[`wait:${good.containerName}`]).toBe('SKIPPED');
  });

  it('refuses a plan with refusals', async () => {
    const plan = {
      ...testPlan(),
      refusals: [{ rule: 'privileged', service: 'x', message: 'no privileged mode' }],
    };
    await expect(run(plan)).rejects.toMatchObject({ code: 'POLICY_REFUSED', message: 'no privileged mode' });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
