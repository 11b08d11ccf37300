import { createLogger } from '@jalon/logger';
import type Docker from 'dockerode';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDockerEngine } from '../engine';
import {
  BUSYBOX_IMAGE,
  type TestEngine,
  TestJournal,
  testEngine,
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

const look = (exact = false) =>
  test.engine.observe({ environmentId: target.environmentId, images: [BUSYBOX_IMAGE], exact });
const up = (...services: ReturnType<typeof testService>[]) =>
  test.engine.execute(testPlan(...services.flatMap(upSteps)), { onStep: new TestJournal().onStep });

describe('observe', () => {
  it('takes four calls, whatever the number of containers', async () => {
    await up(testService(target, 'a'), testService(target, 'b'), testService(target, 'c'));
    const before = test.engine.apiCalls().total;
    const observed = await look();
    expect(test.engine.apiCalls().total - before).toBe(4);
    expect(observed.containers).toHaveLength(3);
    expect(observed.engineVersion).toMatch(/^\d+\./);
  });

  it('finds nothing in an environment that has nothing, and knows the images it was asked about', async () => {
    const observed = await look();
    expect(observed).toMatchObject({ containers: [], networks: [], volumes: [] });
    expect(observed.images).toEqual({ [BUSYBOX_IMAGE]: expect.stringMatching(/^sha256:/) });
    const asked = await test.engine.observe({
      environmentId: 'x',
      images: ['jalon-test/none', `docker.io/${BUSYBOX_IMAGE}`],
    });
    expect(Object.keys(asked.images)).toEqual([`docker.io/${BUSYBOX_IMAGE}`]);
  });

  it('tells a container that lacked memory from one that was killed', async () => {
    const hungry = testService(target, 'hungry', {
      // Fills a file system in memory, which counts as the container's.
      command: ['sh', '-c', 'dd if=/dev/zero of=/dev/shm/full bs=1M count=60'],
      memoryBytes: 16 * 1024 * 1024,
    });
    const killed = testService(target, 'killed');
    await up(hungry, killed);
    await test.docker.getContainer(killed.containerName).kill({ signal: 'SIGKILL' });
    const starved = test.docker.getContainer(hungry.containerName);
    await starved.wait();
    // A busy daemon may learn of the end before it learns of the reason, and then never records the reason.
    await expect.poll(() => isOutOfMemory(starved), { timeout: 60_000 }).toBe(true);
    const { containers } = await look();
    expect(containers.find(({ service }) => service === 'killed')).toMatchObject({
      ...{ state: 'exited', exitCode: 137, oomKilled: false },
    });
    expect(containers.find(({ service }) => service === 'hungry')).toMatchObject({
      ...{ state: 'exited', exitCode: 137, oomKilled: true },
    });
  });

  it('tells an exit code, and the start of a young container without asking further', async () => {
    await up(testService(target, 'gone', { command: ['sh', '-c', 'exit 7'] }), testService(target, 'there'));
    await test.docker.getContainer(`${target.projectName}-gone-1`).wait();
    const observed = await look();
    const [gone, there] = ['gone', 'there'].map((name) =>
      observed.containers.find(({ service }) => service === name),
    );
    expect(gone).toMatchObject({ state: 'exited', exitCode: 7, startedAt: null });
    expect(Math.abs(Date.parse(there?.startedAt ?? '') - Date.now())).toBeLessThan(10_000);
  });

  it('counts restarts and gives exact times when asked to', async () => {
    await up(testService(target, 'loop', { command: ['sh', '-c', 'exit 1'], restart: 'always' }));
    const container = test.docker.getContainer(`${target.projectName}-loop-1`);
    await expect
      .poll(async () => (await container.inspect()).RestartCount, { timeout: 20_000 })
      .toBeGreaterThan(2);
    const observed = await look(true);
    expect(observed.containers[0]?.restartCount).toBeGreaterThan(2);
    expect(observed.containers[0]?.startedAt).toMatch(/Z$/);
  });

  it('throws when the engine does not answer: unreachable is not empty', async () => {
    const engine = createDockerEngine({
      endpoint: 'unix:///nonexistent/docker.sock',
      logger: createLogger('engine-test', { level: 'silent' }),
      contentDir: '/',
      pythonBase: 'x',
    });
    await expect(engine.observe({ environmentId: 'x', images: [] })).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
    });
    await expect(engine.ping()).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
  });
});

/** Whether the daemon has recorded why it ended; runs it once more where it has not. */
async function isOutOfMemory(container: Docker.Container): Promise<boolean> {
  if ((await container.inspect()).State.OOMKilled) return true;
  await container.start();
  await container.wait();
  return (await container.inspect()).State.OOMKilled;
}
