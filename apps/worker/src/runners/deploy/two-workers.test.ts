import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chainOf } from '../../testing/compose-files';
import { healthyChain, Scene } from '../../testing/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.open();
});

afterEach(async () => {
  await scene.endWorkers();
  await scene.clear();
});

afterAll(async () => {
  await scene.close();
});

const takenUp = (log: string): number => log.split('deployment taken up').length - 1;

describe('two workers at once', () => {
  it('share the deployments and never one of them', async () => {
    const environment = await scene.environment();
    const workers = [await scene.worker(), await scene.worker()];
    await Promise.all(workers.map((worker) => worker.ready));
    const ids = [
      await scene.queue(environment, 'DEPLOY', chainOf({ version: '1' })),
      await scene.queue(environment, 'DEPLOY', chainOf({ version: '2' })),
      await scene.queue(environment, 'RESTART'),
    ];
    for (const id of ids) expect((await scene.finished(id)).status).toBe('SUCCEEDED');
    expect(workers.map((worker) => takenUp(worker.log())).reduce((sum, count) => sum + count)).toBe(3);
    expect(await scene.containers(environment)).toEqual(healthyChain(environment));
  });

  it('the one that was frozen past its lease stops at once when it wakes, and writes nothing', async () => {
    const environment = await scene.environment();
    const frozen = await scene.worker();
    const id = await scene.queue(environment, 'DEPLOY', chainOf({ readyAfter: 1 }));
    await scene.stepReached(id, 'wait:', 'RUNNING');
    process.kill(frozen.pid, 'SIGSTOP');
    const lease = () =>
      scene.db.environmentLease.findUniqueOrThrow({ where: { environmentId: environment.environmentId } });
    const { fencingToken } = await lease();
    await scene.worker();
    const done = await scene.finished(id);
    expect(done.status).toBe('SUCCEEDED');
    expect((await lease()).fencingToken).toBe(fencingToken + 1n);
    process.kill(frozen.pid, 'SIGCONT');
    await scene.until(
      async () => frozen.log(),
      (log) => log.includes('put down') || log.includes('held by another worker'),
    );
    expect(await scene.deployment(id)).toEqual(done);
    expect(await scene.containers(environment)).toEqual(healthyChain(environment));
  });
});
