import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  healthStep,
  quickCheck,
  type TestEngine,
  TestJournal,
  testEngine,
  testPlan,
  testService,
  testTarget,
  upSteps,
} from '../testing';
import { CallsUnderWay } from './calls-under-way';

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

describe('cancelling', () => {
  it('gives up a wait within two seconds', async () => {
    const service = testService(target, 'pending', { healthcheck: quickCheck('false', { retries: 1000 }) });
    const controller = new AbortController();
    const journal = new TestJournal();
    let cancelledAt = 0;
    const result = await test.engine.execute(testPlan(...upSteps(service), healthStep(service, 60_000)), {
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
    const result = await test.engine.execute(plan, {
      onStep: new TestJournal().onStep,
      signal: AbortSignal.timeout(300),
    });
    expect(Date.now() - begun).toBeLessThan(2_000);
    expect(result.outcome).toBe('CANCELLED');
  });

  it('lets a call finish that is under way, and says when it has', async () => {
    const service = testService(target, 'begun');
    const [create, start] = upSteps(service);
    if (!create || !start) throw new Error('a service is created, then started');
    await run(testPlan(create));
    const controller = new AbortController();
    const underWay = new CallsUnderWay();
    const result = await test.engine.execute(testPlan({ ...start, after: [] }), {
      signal: controller.signal,
      underWay,
      // After this update the call is sent, and before its answer comes it is cancelled.
      onStep: (_, { status }) => void (status === 'RUNNING' && setImmediate(() => controller.abort())),
    });
    expect(result.outcome).toBe('CANCELLED');
    expect(await underWay.settled(30_000)).toBe(true);
    const observed = await test.engine.observe({ environmentId: target.environmentId, images: [] });
    expect(observed.containers.map(({ state }) => state)).toEqual(['running']);
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
