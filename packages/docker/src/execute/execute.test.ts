import { LABELS } from '@jalon/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  healthStep,
  quickCheck,
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

const run = (plan: ReturnType<typeof testPlan>, journal = new TestJournal()) =>
  test.engine.execute(plan, { onStep: journal.onStep });

describe('bringing up', () => {
  it('creates network, volume and container, starts it, and waits for its health', async () => {
    const network = testNetwork(target, 'default');
    const volume = testVolume(target, 'data');
    const service = testService(target, 'web', {
      networks: { [network.name]: ['web'] },
      mounts: [{ type: 'volume', source: volume.name, target: '/data', readOnly: false }],
      healthcheck: quickCheck('true'),
    });
    const journal = new TestJournal();
    const plan = testPlan(
      { kind: 'CREATE_NETWORK', key: 'network', network },
      { kind: 'CREATE_VOLUME', key: 'volume', volume },
      ...upSteps(service),
      healthStep(service),
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

  it('refuses a capability that was not allowed', async () => {
    const service = testService(target, 'adder', { capabilities: ['CHOWN'] });
    const result = await run(testPlan(...upSteps(service)));
    expect(result.failure?.error).toMatchObject({
      code: 'POLICY_REFUSED',
      message: expect.stringContaining('CHOWN'),
    });
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
    const [network, own] = [testNetwork(target, 'default'), testNetwork(target, 'gateways')];
    const gateway = testService(target, 'gateway', { networks: { [own.name]: [] } });
    await run(
      testPlan(
        { kind: 'CREATE_NETWORK', key: 'n', network },
        { kind: 'CREATE_NETWORK', key: 'o', network: own },
        ...upSteps(gateway),
      ),
    );
    await test.engine.connectNetwork(gateway.containerName, network.name);
    await test.engine.connectNetwork(gateway.containerName, network.name);
    const result = await run(testPlan({ kind: 'REMOVE_NETWORK', key: 'x', name: network.name }));
    expect(result.failure).toBeNull();
  });
});
