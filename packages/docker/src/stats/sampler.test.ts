import { createLogger } from '@jalon/logger';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDockerClient } from '../client/client';
import { parseEndpoint } from '../client/endpoint';
import {
  type TestEngine,
  TestJournal,
  testEndpoint,
  testEngine,
  testPlan,
  testService,
  testTarget,
  upSteps,
} from '../testing';
import { StatsSampler } from './sampler';

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

/** One container that works as hard as it may (half a core), one that sleeps. */
async function start(): Promise<{ busy: string; idle: string }> {
  const busy = testService(target, 'busy', { command: ['sh', '-c', 'while true; do :; done'], cpus: 0.5 });
  const idle = testService(target, 'idle');
  await test.engine.execute(testPlan(...upSteps(busy), ...upSteps(idle)), {
    onStep: new TestJournal().onStep,
  });
  const { containers } = await test.engine.observe({ environmentId: target.environmentId, images: [] });
  const idOf = (service: string) => containers.find((container) => container.service === service)?.id ?? '';
  return { busy: idOf('busy'), idle: idOf('idle') };
}

const samplerAt = (cgroupRoot: string) => {
  const client = createDockerClient({ endpoint: parseEndpoint(testEndpoint()), callDeadlineMs: 10_000 });
  return {
    client,
    sampler: new StatsSampler(client, createLogger('engine-test', { level: 'silent' }), cgroupRoot),
  };
};

describe.each([
  ['cgroup files', '/sys/fs/cgroup'],
  ['the engine’s streams', '/nonexistent'],
])('usage from %s', (_what, root) => {
  it('tells who works and who sleeps', async () => {
    const { busy, idle } = await start();
    const { client, sampler } = samplerAt(root);
    const look = async () => {
      const usages = await sampler.sample([busy, idle]);
      return [busy, idle].map((id) => usages.find((usage) => usage.containerId === id));
    };
    let [first, second] = await look();
    // A percentage takes two looks at a container, and the engine's streams do not tick together.
    const bothKnown = async () => {
      [first, second] = await look();
      return (first?.cpuPercent ?? 0) > 5 && typeof second?.cpuPercent === 'number';
    };
    await expect.poll(bothKnown, { timeout: 60_000, interval: 500 }).toBe(true);
    expect(first?.cpuPercent).toBeLessThan(90);
    expect(second?.cpuPercent).toBeLessThan(5);
    expect(second?.memoryBytes).toBeGreaterThan(10_000);
    expect(second?.memoryBytes).toBeLessThan(64 * 1024 * 1024);
    sampler.close();
    client.close();
  });

  it('leaves out a container that is gone', async () => {
    const { busy, idle } = await start();
    const { client, sampler } = samplerAt(root);
    await expect.poll(async () => (await sampler.sample([busy, idle])).length, { timeout: 60_000 }).toBe(2);
    await test.docker.getContainer(busy).remove({ force: true });
    await expect
      .poll(async () => (await sampler.sample([busy, idle])).map(({ containerId }) => containerId), {
        timeout: 60_000,
      })
      .toEqual([idle]);
    sampler.close();
    client.close();
  });
});
