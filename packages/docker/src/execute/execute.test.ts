import { once } from 'node:events';
import { createServer } from 'node:net';
import type { DesiredService } from '@jalon/contracts';
import { LABELS } from '@jalon/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type TestEngine,
  TestJournal,
  testEngine,
  testNetwork,
  testPlan,
  testService,
  testTarget,
  testVolume,
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

const run = (plan: ReturnType<typeof testPlan>, journal = new TestJournal(), signal?: AbortSignal) =>
  test.engine.execute(plan, { onStep: journal.onStep, signal });

const waitFor = (service: DesiredService, deadlineMs = 20_000) => ({
  kind: 'WAIT_HEALTHY' as const,
  key: `wait:${service.containerName}`,
  container: service.containerName,
  deadlineMs,
  service: service.service,
});

const stayUp = (service: DesiredService, windowMs = 500) => ({
  kind: 'WAIT_RUNNING' as const,
  key: `wait:${service.containerName}`,
  container: service.containerName,
  windowMs,
  deadlineMs: 20_000,
  service: service.service,
});

const check = (command: string, changes: { retries?: number } = {}) => ({
  test: ['CMD-SHELL', command],
  intervalMs: 200,
  timeoutMs: 2_000,
  startPeriodMs: null,
  retries: changes.retries ?? 2,
});

describe('bringing up', () => {
  it('creates network, volume and container, starts it, and waits for its health', async () => {
    const network = testNetwork(target, 'default');
    const volume = testVolume(target, 'data');
    const service = testService(target, 'web', {
      networks: { [network.name]: ['web'] },
      mounts: [{ type: 'volume', source: volume.name, target: '/data', readOnly: false }],
      healthcheck: check('true'),
    });
    const journal = new TestJournal();
    const plan = testPlan(
      { kind: 'CREATE_NETWORK', key: 'network', network },
      { kind: 'CREATE_VOLUME', key: 'volume', volume },
      ...upSteps(service),
      waitFor(service),
    );
    const result = await run(plan, journal);
    expect(result).toEqual({ outcome: 'SUCCEEDED', failure: null, notBegun: [] });
    for (const { key } of plan.operations) expect(journal.statusesOf(key)).toEqual(['RUNNING', 'SUCCEEDED']);
    const observed = await test.engine.observe({
      environmentId: target.environmentId,
      images: [service.image],
    });
    expect(observed.containers).toMatchObject([
      {
        name: service.containerName,
        service: 'web',
        state: 'running',
        health: 'healthy',
        configHash: 'hash-web',
      },
    ]);
    expect(observed.containers[0]?.addresses[network.name]).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(observed.networks).toMatchObject([
      { name: network.name, key: 'default', configHash: 'hash-default' },
    ]);
    expect(observed.volumes).toEqual([{ name: volume.name, key: 'data' }]);
    expect(Object.keys(observed.images)).toEqual([service.image]);
  });

  it('gives the container no more than the allow-list says', async () => {
    const service = testService(target, 'locked', {
      readOnly: true,
      pids: 20,
      cpus: 0.5,
      restart: 'unless-stopped',
    });
    await run(testPlan(...upSteps(service)));
    const { HostConfig, Config } = await test.docker.getContainer(service.containerName).inspect();
    expect(HostConfig).toMatchObject({
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      Privileged: false,
      PidsLimit: 20,
      Memory: 64 * 1024 * 1024,
      NanoCpus: 500_000_000,
      ReadonlyRootfs: true,
      Init: true,
      NetworkMode: 'none',
      RestartPolicy: { Name: 'unless-stopped' },
      LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } },
    });
    expect(Config.Labels[LABELS.operation]).toBe(`create:${service.containerName}`);
  });

  it('refuses a bind mount that was not allowed', async () => {
    const mounts = [{ type: 'bind' as const, source: '/etc', target: '/x', readOnly: true }];
    const result = await run(testPlan(...upSteps(testService(target, 'thief', { mounts }))));
    expect(result.failure?.error.code).toBe('POLICY_REFUSED');
  });

  it('connects all networks before the start, also when a crash came between', async () => {
    const [front, back] = [testNetwork(target, 'front'), testNetwork(target, 'back')];
    const service = testService(target, 'both', {
      networks: { [front.name]: ['both'], [back.name]: ['both', 'db'] },
    });
    const [create, start] = upSteps(service);
    if (!create || !start) throw new Error('two steps');
    await run(
      testPlan(
        { kind: 'CREATE_NETWORK', key: 'a', network: front },
        { kind: 'CREATE_NETWORK', key: 'b', network: back },
        create,
      ),
    );
    await test.docker.getNetwork(back.name).disconnect({ Container: service.containerName, Force: true });
    await run(testPlan(start));
    const { NetworkSettings } = await test.docker.getContainer(service.containerName).inspect();
    expect(Object.keys(NetworkSettings.Networks).sort()).toEqual([back.name, front.name].sort());
    expect(NetworkSettings.Networks[back.name]?.Aliases).toContain('db');
  });
});

describe('doing it again', () => {
  it('every operation may be repeated after a crash', async () => {
    const network = testNetwork(target, 'default');
    const volume = testVolume(target, 'data');
    const service = testService(target, 'again', { networks: { [network.name]: [] } });
    const name = service.containerName;
    const old = `${name}.old`;
    const rounds = [
      testPlan(
        { kind: 'CREATE_NETWORK', key: 'n', network },
        { kind: 'CREATE_VOLUME', key: 'v', volume },
        ...upSteps(service),
      ),
      testPlan({ kind: 'STOP_CONTAINER', key: 's', container: name, timeoutMs: 1_000 }),
      testPlan({ kind: 'RENAME_CONTAINER', key: 'r', container: name, name: old }),
      testPlan(
        { kind: 'REMOVE_CONTAINER', key: 'x', container: old },
        { kind: 'REMOVE_NETWORK', key: 'xn', name: network.name },
      ),
    ];
    for (const plan of rounds) {
      expect((await run(plan)).failure).toBeNull();
      expect((await run(plan)).failure).toBeNull();
    }
    const left = await test.engine.observe({ environmentId: target.environmentId, images: [] });
    expect(left).toMatchObject({ containers: [], networks: [], volumes: [{ name: volume.name }] });
  });

  it('does not take a container of the same name for its own', async () => {
    const service = testService(target, 'mine');
    await run(testPlan(...upSteps(service)));
    const other = { ...testService(target, 'mine'), configHash: 'another' };
    const result = await run(testPlan(...upSteps(other)));
    expect(result.failure?.error.code).toBe('CONFLICT');
  });

  it('removes a network that the gateway is still connected to', async () => {
    const network = testNetwork(target, 'default');
    const gateway = testService(target, 'gateway');
    await run(testPlan({ kind: 'CREATE_NETWORK', key: 'n', network }, ...upSteps(gateway)));
    // A container without a network cannot be connected to one: this one stands for a program of its own.
    const other = await test.docker.createContainer({
      Image: gateway.image,
      Cmd: ['sleep', '60'],
      Labels: gateway.container.labels,
    });
    await test.engine.connectNetwork(other.id, network.name);
    await test.engine.connectNetwork(other.id, network.name);
    await other.start();
    const result = await run(testPlan({ kind: 'REMOVE_NETWORK', key: 'x', name: network.name }));
    expect(result.failure).toBeNull();
  });
});

describe('failures', () => {
  it('tells exit code and last lines of a service that ends', async () => {
    const service = testService(target, 'crash', {
      command: ['sh', '-c', 'echo one; echo "no model at /data" >&2; exit 3'],
    });
    const result = await run(testPlan(...upSteps(service), stayUp(service, 5_000)));
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
    const result = await run(testPlan(...upSteps(service), stayUp(service, 8_000)));
    expect(result.failure?.error.code).toBe('SERVICE_EXITED');
  });

  it('tells that memory ran out', async () => {
    const command = [
      'sh',
      '-c',
      'head -c 200000000 /dev/zero | tr "\\000" x | sh -c "cat | dd of=/dev/shm/x bs=1M" ; x=$(yes | head -c 100000000)',
    ];
    const service = testService(target, 'hungry', { command, init: false, memoryBytes: 16 * 1024 * 1024 });
    const result = await run(testPlan(...upSteps(service), stayUp(service, 15_000)));
    expect(result.failure?.error.message).toContain('more memory than its limit of 16 MB');
  });

  it('tells what the health check printed when it stays red', async () => {
    const service = testService(target, 'sick', {
      command: ['sh', '-c', 'echo starting; sleep 600'],
      healthcheck: check('echo database is locked; exit 1'),
    });
    const result = await run(testPlan(...upSteps(service), waitFor(service)));
    expect(result.failure?.error).toMatchObject({ code: 'SERVICE_UNHEALTHY' });
    expect(result.failure?.error.message).toContain('database is locked');
    expect(result.failure?.error.details).toEqual([{ path: 'sick', message: 'starting' }]);
  });

  it('does not wait for health beyond the deadline', async () => {
    const service = testService(target, 'slow', { healthcheck: check('sleep 0.1; false', { retries: 100 }) });
    const result = await run(testPlan(...upSteps(service), waitFor(service, 1_000)));
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
    const good = testService(target, 'good', { healthcheck: check('false', { retries: 1000 }) });
    const bad = { ...testService(target, 'bad'), image: 'jalon-test/no-such-image:1' };
    const journal = new TestJournal();
    const [createBad] = upSteps(bad);
    if (!createBad) throw new Error('a step');
    const plan = testPlan(...upSteps(good), waitFor(good, 60_000), {
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

describe('one-off containers', () => {
  const completes = (service: DesiredService) => ({
    kind: 'WAIT_COMPLETED' as const,
    key: `wait:${service.containerName}`,
    container: service.containerName,
    deadlineMs: 20_000,
    service: service.service,
  });

  it('waits for exit code 0', async () => {
    const service = testService(target, 'migrate', { command: ['sh', '-c', 'sleep 0.5'] });
    expect((await run(testPlan(...upSteps(service), completes(service)))).outcome).toBe('SUCCEEDED');
    expect((await run(testPlan(completes(service)))).outcome).toBe('SUCCEEDED');
  });

  it('takes any other exit for a failure', async () => {
    const service = testService(target, 'migrate', { command: ['sh', '-c', 'echo bad column; exit 2'] });
    const result = await run(testPlan(...upSteps(service), completes(service)));
    expect(result.failure?.error.message).toContain('exited with code 2');
    expect((await run(testPlan(completes(service)))).failure?.error.code).toBe('SERVICE_EXITED');
  });
});

describe('cancelling', () => {
  it('gives up a wait within two seconds', async () => {
    const service = testService(target, 'pending', { healthcheck: check('false', { retries: 1000 }) });
    const controller = new AbortController();
    const journal = new TestJournal();
    let cancelledAt = 0;
    const result = await test.engine.execute(testPlan(...upSteps(service), waitFor(service, 60_000)), {
      signal: controller.signal,
      onStep: (key, update) => {
        journal.onStep(key, update);
        if (key.startsWith('wait:') && cancelledAt === 0) {
          cancelledAt = Date.now();
          controller.abort();
        }
      },
    });
    expect(Date.now() - cancelledAt).toBeLessThan(2_000);
    expect(result.outcome).toBe('CANCELLED');
    expect(journal.last()[`wait:${service.containerName}`]).toBe('SKIPPED');
  });

  it('gives up a stop that takes its grace period', async () => {
    const service = testService(target, 'stubborn', {
      command: ['sh', '-c', 'trap "" TERM; while true; do sleep 1; done'],
      init: false,
    });
    await run(testPlan(...upSteps(service)));
    const begun = Date.now();
    const plan = testPlan({
      kind: 'STOP_CONTAINER',
      key: 's',
      container: service.containerName,
      timeoutMs: 30_000,
    });
    const result = await run(plan, new TestJournal(), AbortSignal.timeout(300));
    expect(Date.now() - begun).toBeLessThan(2_000);
    expect(result.outcome).toBe('CANCELLED');
  });

  it('stops and throws when the journal cannot be written', async () => {
    const [a, b] = [testService(target, 'a'), testService(target, 'b')];
    const onStep = (key: string) => {
      if (key.startsWith('create:') && key.endsWith('-b-1')) throw new Error('lease lost');
    };
    await expect(test.engine.execute(testPlan(...upSteps(a), ...upSteps(b)), { onStep })).rejects.toThrow(
      'lease lost',
    );
    const observed = await test.engine.observe({ environmentId: target.environmentId, images: [] });
    expect(observed.containers.map((container) => container.service)).toEqual(['a']);
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
