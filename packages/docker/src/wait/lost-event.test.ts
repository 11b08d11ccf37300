import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  engineOnAlteredLine,
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

/** The real daemon behind a line on which every event is lost: the subscription is accepted, then nothing is told. */
let test: TestEngine;
let target = testTarget();
let line: Awaited<ReturnType<typeof engineOnAlteredLine>>;

beforeAll(async () => {
  test = await testEngine();
  line = await engineOnAlteredLine(
    (request, answer) => {
      const isEvents = /^GET \S*\/events\?/.test(request);
      return isEvents && !answer.toString('latin1').startsWith('HTTP/1.1') ? null : answer;
    },
    { lookEveryMs: 200 },
  );
});
afterEach(async () => {
  await test.cleanUp(target.environmentId);
  target = testTarget();
});
afterAll(() => {
  line.close();
  test.close();
});

const DEADLINE_MS = 60_000;
const run = (...steps: Parameters<typeof testPlan>) =>
  line.engine.execute(testPlan(...steps), { onStep: new TestJournal().onStep });

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
