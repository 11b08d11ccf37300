import type { DesiredState, ObservedState, Plan } from '@jalon/contracts';
import { LABELS } from '@jalon/contracts';
import { reconcile } from '@jalon/reconciler';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  BUSYBOX_IMAGE,
  quickCheck,
  type TestEngine,
  TestJournal,
  testEngine,
  testNetwork,
  testService,
  testTarget,
  testVolume,
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

/** A database and a service that needs it, in one of two revisions. */
function desired(revision: 'v1' | 'v2'): DesiredState {
  const network = testNetwork(target, 'default');
  const volume = testVolume(target, 'data');
  const networks = { [network.name]: [] };
  const labels = (service: string) => ({ [LABELS.configHash]: `${service}-${revision}` });
  const mounts = [{ type: 'volume' as const, source: volume.name, target: '/data', readOnly: false }];
  const healthcheck = quickCheck('true');
  const db = testService(target, 'db', { networks, mounts, healthcheck, labels: labels('db') });
  const web = testService(target, 'web', {
    networks,
    labels: labels('web'),
    environment: { REVISION: revision },
  });
  web.dependsOn = { db: { condition: 'service_healthy', required: true, restart: false } };
  return { target, networks: { default: network }, volumes: { data: volume }, services: { db, web } };
}

const look = (): Promise<ObservedState> =>
  test.engine.observe({ environmentId: target.environmentId, images: [BUSYBOX_IMAGE] });
const planFor = async (state: DesiredState): Promise<Plan> => {
  const policy = { runningWindowMs: 300, minHealthDeadlineMs: 30_000 };
  return reconcile(state, await look(), policy, new Date());
};
const apply = async (state: DesiredState) => {
  const plan = await planFor(state);
  return test.engine.execute(plan, { onStep: new TestJournal().onStep });
};

/** Executes until the journal has been written to `writes` times; what was begun by then is done, nothing after. */
async function killedAfter(writes: number, state: DesiredState): Promise<boolean> {
  let left = writes;
  const onStep = (): void => {
    left -= 1;
    if (left < 0) throw new Error('killed');
  };
  return test.engine.execute(await planFor(state), { onStep }).then(
    () => false,
    () => true,
  );
}

function expectSettled(observed: ObservedState, revision: string): void {
  const containers = observed.containers.map(({ name, state, configHash }) => ({ name, state, configHash }));
  expect(containers.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: `${target.projectName}-db-1`, state: 'running', configHash: `db-${revision}` },
    { name: `${target.projectName}-web-1`, state: 'running', configHash: `web-${revision}` },
  ]);
  expect([observed.networks.length, observed.volumes.length]).toEqual([1, 1]);
}

describe('a plan that is cut off', () => {
  it('brings a stack up, and then has nothing to do in six calls at most', async () => {
    expect((await apply(desired('v1'))).failure).toBeNull();
    expectSettled(await look(), 'v1');
    const left = async () => (await planFor(desired('v1'))).operations.length;
    await expect.poll(left, { timeout: 20_000 }).toBe(0);
    const before = test.engine.apiCalls().total;
    await apply(desired('v1'));
    expect(test.engine.apiCalls().total - before).toBeLessThanOrEqual(6);
  });

  it.each([1, 3, 5, 7, 9, 11])(
    'converges after a kill at write %i of the first deployment',
    async (writes) => {
      await killedAfter(writes, desired('v1'));
      expect((await apply(desired('v1'))).failure).toBeNull();
      expectSettled(await look(), 'v1');
    },
  );

  it.each([1, 4, 7, 10, 13, 16, 19, 22])(
    'converges after a kill at write %i of an update',
    async (writes) => {
      await apply(desired('v1'));
      await killedAfter(writes, desired('v2'));
      expect((await apply(desired('v2'))).failure).toBeNull();
      expectSettled(await look(), 'v2');
      const left = async () => (await planFor(desired('v2'))).operations.length;
      await expect.poll(left, { timeout: 20_000 }).toBe(0);
    },
  );
});

describe('an update', () => {
  it('keeps the old container, stopped and renamed, until the new one is ready', async () => {
    await apply(desired('v1'));
    const next = desired('v2');
    const seen: Record<string, string[]> = {};
    const web = `${target.projectName}-web-1`;
    await test.engine.execute(await planFor(next), {
      onStep: async (key, { status }) => {
        if (key !== `wait:${web}` || status !== 'RUNNING') return;
        seen[key] = (await look()).containers
          .filter(({ service }) => service === 'web')
          .map(({ name, state }) => `${name} ${state}`);
      },
    });
    expect(seen[`wait:${web}`]?.sort()).toEqual([`${web} running`, `${web}.old exited`]);
    expectSettled(await look(), 'v2');
  });
});
