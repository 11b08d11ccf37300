import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainOf } from '../../testing/compose-files';
import { Scene } from '../../testing/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.open();
  await (await scene.worker()).ready;
});

afterAll(() => scene.close());

describe('what running services use', () => {
  it('is read, and is gone when they have stopped', async () => {
    const environment = await scene.environment();
    const { environmentId } = environment;
    await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf()));
    const states = () => scene.db.serviceState.findMany({ where: { environmentId } });
    const used = await scene.until(states, (rows) =>
      rows.every(({ cpuPercent, memoryBytes }) => cpuPercent !== null && memoryBytes !== null),
    );
    expect(used.map(({ service }) => service).sort()).toEqual(['db', 'model', 'web']);
    expect(used.every(({ memoryBytes }) => Number(memoryBytes) > 50_000)).toBe(true);
    expect(used.every(({ cpuPercent }) => cpuPercent !== null && cpuPercent >= 0)).toBe(true);
    await scene.finished(await scene.queue(environment, 'STOP'));
    const stopped = await scene.until(states, (rows) => rows.every(({ state }) => state === 'exited'));
    expect(stopped.map(({ cpuPercent, memoryBytes }) => [cpuPercent, memoryBytes])).toEqual(
      stopped.map(() => [null, null]),
    );
  });
});
