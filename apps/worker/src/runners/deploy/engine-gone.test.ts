import { existsSync } from 'node:fs';
import { type TestEngine, testEngine } from '@jalon/docker/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainOf } from '../../testing/compose-files';
import { PrivateEngine } from '../../testing/private-engine';
import { healthyChain, Scene } from '../../testing/scene';

let engine: PrivateEngine;
let onEngine: TestEngine;
let scene: Scene;
/** The bridge of the machine's own daemon, where it has one. */
const machineBridge = '/sys/class/net/docker0';
const hadBridge = existsSync(machineBridge);

beforeAll(async () => {
  engine = await PrivateEngine.start();
  onEngine = await testEngine({ endpoint: engine.endpoint });
  scene = await Scene.open(onEngine);
});

afterAll(async () => {
  await scene.close();
  await engine.close();
});

describe('kill -9 of dockerd in the middle of a deployment', () => {
  it('says since when the engine is away, judges nothing, and finishes when it is back', async () => {
    const environment = await scene.environment(engine.endpoint);
    const { environmentId, hostId } = environment;
    await (await scene.worker()).ready;
    await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf({ version: '1' })));
    const id = await scene.queue(environment, 'DEPLOY', chainOf({ version: '2', readyAfter: 2 }));
    await scene.stepReached(id, 'wait:', 'RUNNING');

    await engine.kill();
    const host = await scene.until(
      () => scene.db.dockerHost.findUniqueOrThrow({ where: { id: hostId } }),
      ({ unreachableSince }) => unreachableSince !== null,
    );
    const open = await scene.until(
      () => scene.deployment(id),
      ({ errorCode }) => errorCode === 'ENGINE_UNREACHABLE',
    );
    // What they use is read beside: a reading may end just after the engine went.
    const states = () =>
      scene.db.serviceState.findMany({
        where: { environmentId },
        orderBy: { service: 'asc' },
        omit: { cpuPercent: true, memoryBytes: true },
      });
    const statesThen = await states();
    expect(open.finishedAt).toBeNull();
    expect(['BUILDING', 'PULLING', 'APPLYING', 'VERIFYING']).toContain(open.status);
    // Several more looks find no engine: nothing is concluded from them, and the first moment stands.
    await scene.until(
      async () => Date.now() - (host.unreachableSince?.getTime() ?? 0),
      (age) => age > 12_000,
    );
    expect(await states()).toEqual(statesThen);
    expect(await scene.db.dockerHost.findUniqueOrThrow({ where: { id: hostId } })).toMatchObject({
      unreachableSince: host.unreachableSince,
    });

    await engine.up();
    expect(await scene.finished(id)).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
    expect(await scene.containers(environment)).toEqual(healthyChain(environment));
    const back = await scene.until(
      () => scene.db.dockerHost.findUniqueOrThrow({ where: { id: hostId } }),
      ({ unreachableSince }) => unreachableSince === null,
    );
    expect(back.lastError).toBe('');
    // A second start of a daemon can take the machine's own bridge away: see docs/decisions/0008.
    expect(existsSync(machineBridge)).toBe(hadBridge);
  });
});
