import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Drill } from '../testing/faults/drill';
import { calmly, FINE, Range } from '../testing/faults/range';
import { type StackDraft, simple } from '../testing/faults/stacks/stack';

const preload = fileURLToPath(new URL('../testing/faults/skewed-clock.mjs', import.meta.url));
const MINUTE_MS = 60_000;
let range: Range;

beforeAll(async () => {
  range = await Range.open();
});

afterEach(() => range.lane.kill());

afterAll(() => range.close());

const pair = (version: number): StackDraft => ({
  back: simple(version),
  front: simple(version, { dependsOn: { back: 'service_started' } }),
});

const SKEWS = [
  { clock: '7 minutes fast', skewMs: 7 * MINUTE_MS },
  { clock: '7 minutes slow', skewMs: -7 * MINUTE_MS },
];

describe.each(SKEWS)('a worker whose clock is $clock', ({ skewMs }) => {
  const startSkewed = () => range.lane.ensureWorker({ preload, env: { JALON_TEST_SKEW_MS: String(skewMs) } });

  it('deploys, updates, restarts and goes back as any other', async () => {
    await startSkewed();
    const drill = new Drill(range.lane, await range.lane.environment());
    expect(await calmly(drill, { action: 'DEPLOY', stack: pair(1) })).toMatchObject(FINE);
    expect(await calmly(drill, { action: 'DEPLOY', stack: pair(2) })).toMatchObject(FINE);
    const began = await beginnings(drill);
    expect(await calmly(drill, { action: 'RESTART' })).toMatchObject(FINE);
    for (const [index, at] of (await beginnings(drill)).entries())
      expect(at).toBeGreaterThan(began[index] ?? at);
    const broken = { ...pair(3), back: simple(3, { flaw: 'exits' }) };
    expect(await calmly(drill, { action: 'DEPLOY', stack: broken, broken: true })).toMatchObject({
      status: 'REVERTED',
      findings: [],
    });
    expect(await calmly(drill, { action: 'REMOVE' })).toMatchObject(FINE);
  });

  it('takes no lease that another one holds, and loses none that it holds', async () => {
    const { scene, lane } = range;
    const environment = await lane.environment();
    const slow = { only: simple(1, { checked: true, flaw: 'slow' as const }) };
    const drill = new Drill(lane, environment);
    await lane.ensureWorker();
    const running = calmly(drill, { action: 'DEPLOY', stack: slow, broken: true });
    const { id } = await scene.until(
      () =>
        scene.db.deployment
          .findFirst({ where: { environmentId: environment.environmentId, status: 'VERIFYING' } })
          .then((row) => row ?? { id: '' }),
      (row) => row.id !== '',
    );
    const lease = () =>
      scene.db.environmentLease.findUniqueOrThrow({ where: { environmentId: environment.environmentId } });
    const { fencingToken, heartbeatAt } = await lease();
    const skewed = await scene.worker({
      dockerHost: lane.engine.endpoint,
      preload,
      env: { JALON_TEST_SKEW_MS: String(skewMs) },
    });
    await skewed.ready;
    // Two more heartbeats of the holder, while the other one looks for work every few seconds.
    await scene.until(lease, (row) => row.heartbeatAt.getTime() - heartbeatAt.getTime() > 9_000);
    expect((await lease()).fencingToken).toBe(fencingToken);
    expect(skewed.log()).not.toContain('deployment taken up');
    await scene.cancel(environment, id);
    await running;
    await skewed.end('SIGTERM');
  });
});

/** When each container of the environment was started last. */
async function beginnings({ environment }: Drill): Promise<number[]> {
  const { docker } = range.host;
  const found = await docker.listContainers({ all: true });
  const ours = found.filter(({ Names }) => Names[0]?.includes(environment.projectSlug));
  const inspected = await Promise.all(ours.map(({ Id }) => docker.getContainer(Id).inspect()));
  return inspected
    .sort((one, other) => (one.Name < other.Name ? -1 : 1))
    .map(({ State }) => Date.parse(State.StartedAt));
}
