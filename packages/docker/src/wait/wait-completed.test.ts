import type { DesiredService } from '@jalon/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
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

const run = (plan: ReturnType<typeof testPlan>, journal = new TestJournal()) =>
  test.engine.execute(plan, { onStep: journal.onStep });

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
