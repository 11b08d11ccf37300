import { type ContainerSpec, LABELS, type LogLine } from '@jalon/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BUSYBOX_IMAGE, type TestEngine, testEngine, testSpec, testTarget } from '../testing';
import type { JobOptions } from './run-job';

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

function job(script: string, changes: Partial<ContainerSpec> = {}) {
  const labels = { [LABELS.kind]: 'job', [LABELS.run]: 'run-1' };
  const environment = { JALON_RESULT: '/tmp/result.json' };
  const spec = testSpec(target, 'train', { command: ['sh', '-c', script], environment, ...changes, labels });
  return { name: `${target.projectName}-train-run-1`, image: BUSYBOX_IMAGE, spec };
}

async function run(script: string, options: JobOptions = {}, changes: Partial<ContainerSpec> = {}) {
  const lines: LogLine[] = [];
  const outcome = await test.engine.runJob(job(script, changes), {
    onLog: (line) => lines.push(line),
    ...options,
  });
  return { outcome, lines };
}

const containersLeft = async () =>
  (await test.engine.observe({ environmentId: target.environmentId, images: [] })).containers.length;

describe('runJob', () => {
  it('gives exit code, result and every line, and leaves nothing behind', async () => {
    const { outcome, lines } = await run(
      'echo fitting; echo done >&2; echo \'{"metrics":{"auc":0.84}}\' > $JALON_RESULT',
    );
    expect(outcome).toMatchObject({ exitCode: 0, outOfMemory: false, result: { metrics: { auc: 0.84 } } });
    const lasted = Date.parse(outcome.finishedAt ?? '') - Date.parse(outcome.startedAt ?? '');
    expect(Math.abs(lasted)).toBeLessThan(60_000);
    expect(lines.map(({ service, line }) => `${service}: ${line}`).sort()).toEqual([
      'train: done',
      'train: fitting',
    ]);
    expect(await containersLeft()).toBe(0);
  });

  it('gives the code and the result of a job that fails', async () => {
    const { outcome } = await run('echo \'{"error":{"code":"INVALID_DATA"}}\' > $JALON_RESULT; exit 2');
    expect(outcome).toMatchObject({ exitCode: 2, result: { error: { code: 'INVALID_DATA' } } });
  });

  it.each([
    ['no result', 'true'],
    ['a result that is not JSON', 'echo "{" > $JALON_RESULT'],
    ['a folder in its place', 'mkdir $JALON_RESULT'],
  ])('has a null result for %s', async (_what, script) => {
    expect((await run(script)).outcome).toMatchObject({ exitCode: 0, result: null });
  });

  it('goes on with the container that an earlier attempt made, and runs it once', async () => {
    const script = 'echo $(date +%s%N); sleep 1.5; echo end';
    const first = run(script).catch((error: unknown) => error);
    const name = job(script).name;
    await expect
      .poll(async () =>
        test.docker
          .getContainer(name)
          .inspect()
          .then(
            ({ State }) => State.Running,
            () => false,
          ),
      )
      .toBe(true);
    const attached: boolean[] = [];
    const second = await run(script, { onStarted: (started) => void attached.push(started.attached) });
    await first;
    expect(attached).toEqual([true]);
    expect(second.outcome.exitCode).toBe(0);
    expect(second.lines.map(({ line }) => line).at(-1)).toBe('end');
    expect(await containersLeft()).toBe(0);
  });

  it('reads what a job left that ended while nobody looked', async () => {
    const { name, image, spec } = job('echo late; echo \'{"n":1}\' > $JALON_RESULT; exit 4');
    const container = await test.docker.createContainer({
      name,
      Image: image,
      Cmd: spec.command ?? [],
      Env: ['JALON_RESULT=/tmp/result.json'],
      Labels: spec.labels,
      HostConfig: { NetworkMode: 'none' },
    });
    await container.start();
    await container.wait();
    const { outcome, lines } = await run('never run');
    expect(outcome).toMatchObject({ exitCode: 4, result: { n: 1 } });
    expect(lines.map(({ line }) => line)).toEqual(['late']);
  });

  it('does not touch a container that is not this run', async () => {
    const name = job('true').name;
    await test.docker.createContainer({
      name,
      Image: BUSYBOX_IMAGE,
      Cmd: ['true'],
      Labels: { [LABELS.environmentId]: target.environmentId },
    });
    await expect(run('true')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await containersLeft()).toBe(1);
  });

  it('stops and removes it when cancelled, soon after the wish', async () => {
    const controller = new AbortController();
    let wishedAt = 0;
    const onStarted = () => {
      wishedAt = Date.now();
      controller.abort();
    };
    await expect(
      run('trap "" TERM; while true; do sleep 0.1; done', { signal: controller.signal, onStarted }),
    ).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    // One second of grace, and the engine's own time on a busy machine.
    expect(Date.now() - wishedAt).toBeLessThan(6_000);
    expect(await containersLeft()).toBe(0);
  });

  it('ends a job that takes too long', async () => {
    await expect(run('sleep 600', { deadlineMs: 1_000 })).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
    });
    expect(await containersLeft()).toBe(0);
  });

  it('says which image is missing', async () => {
    const missing = { ...job('true'), image: 'jalon-test/none:1' };
    await expect(test.engine.runJob(missing)).rejects.toMatchObject({ code: 'IMAGE_NOT_FOUND' });
  });

  it('can be followed through its run, without the services', async () => {
    const following = (async () => {
      const request = {
        environmentId: target.environmentId,
        run: 'run-1',
        follow: true,
        signal: AbortSignal.timeout(20_000),
      };
      for await (const batch of test.engine.logs(request)) {
        for (const entry of batch) if ('line' in entry) return entry.line;
      }
      return null;
    })();
    await run('sleep 0.5; echo epoch 1; sleep 0.5');
    expect(await following).toBe('epoch 1');
  });
});
