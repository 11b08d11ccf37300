import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chainOf } from '../../testing/compose-files';
import { healthyChain, Scene } from '../../testing/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.open();
  await (await scene.worker()).ready;
});

afterEach(async () => {
  await scene.clear();
});

afterAll(async () => {
  await scene.close();
});

describe('a deployment', () => {
  it('goes from a row in Postgres to healthy containers, with its steps, states and routes', async () => {
    const environment = await scene.environment();
    const id = await scene.queue(environment, 'DEPLOY', chainOf());
    const done = await scene.finished(id);
    expect(done).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
    expect(done.planText).toContain('create container');
    expect(done.steps.length).toBeGreaterThan(9);
    expect(done.steps.every((step) => step.status === 'SUCCEEDED' && step.startedAt && step.finishedAt)).toBe(
      true,
    );
    expect(await scene.containers(environment)).toEqual(healthyChain(environment));
    const row = await scene.db.environment.findUniqueOrThrow({
      where: { id: environment.environmentId },
      include: { services: true, routes: true },
    });
    expect(row).toMatchObject({ desiredState: 'RUNNING', currentRevisionId: done.revisionId });
    expect(row.services.map(({ service, health }) => `${service} ${health}`).sort()).toEqual([
      'db healthy',
      'model healthy',
      'web healthy',
    ]);
    expect(row.routes).toMatchObject([{ service: 'web', targetPort: 8080, stripPath: true }]);
    expect(row.routes[0]?.targetHost).toMatch(/^\d+\.\d+\.\d+\.\d+$/);

    const again = await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf()));
    expect(again).toMatchObject({ status: 'SUCCEEDED', steps: [] });
    expect(again.planText).toContain('Nothing to do');

    expect(await scene.finished(await scene.queue(environment, 'STOP'))).toMatchObject({
      status: 'SUCCEEDED',
    });
    expect((await scene.containers(environment)).every((line) => line.endsWith('exited'))).toBe(true);
    const stopped = await scene.db.route.findFirstOrThrow({
      where: { environmentId: environment.environmentId },
    });
    expect(stopped.targetHost).toBe('');

    expect(await scene.finished(await scene.queue(environment, 'START'))).toMatchObject({
      status: 'SUCCEEDED',
    });
    expect(await scene.finished(await scene.queue(environment, 'RESTART'))).toMatchObject({
      status: 'SUCCEEDED',
    });
    expect(await scene.containers(environment)).toEqual(healthyChain(environment));

    expect(await scene.finished(await scene.queue(environment, 'REMOVE'))).toMatchObject({
      status: 'SUCCEEDED',
    });
    expect(await scene.containers(environment)).toEqual([]);
    expect(await scene.networks(environment)).toEqual([]);
    expect(await scene.db.route.count({ where: { environmentId: environment.environmentId } })).toBe(0);
    const { Volumes } = await scene.host.docker.listVolumes({
      filters: { name: [`${environment.projectSlug}-sandbox_data`] },
    });
    expect(Volumes).toHaveLength(1);
  });

  it('that fails goes back to the last good revision by itself and says which line broke it', async () => {
    const environment = await scene.environment();
    const good = await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf({ version: '1' })));
    const webCommand = 'echo cannot open model.bin >&2; exit 3';
    const bad = await scene.finished(
      await scene.queue(environment, 'DEPLOY', chainOf({ version: '2', webCommand })),
    );
    expect(bad).toMatchObject({ status: 'REVERTED', errorCode: 'SERVICE_EXITED' });
    expect(bad.errorMessage).toContain('web');
    expect(bad.errorLog).toContain('cannot open model.bin');
    expect(await scene.containers(environment)).toEqual(healthyChain(environment));
    const row = await scene.db.environment.findUniqueOrThrow({ where: { id: environment.environmentId } });
    expect(row.currentRevisionId).toBe(good.revisionId);
  });

  it('that is the first and fails leaves its containers stopped, and can be removed', async () => {
    const environment = await scene.environment();
    const failed = await scene.finished(
      await scene.queue(environment, 'DEPLOY', chainOf({ webCommand: 'echo no; exit 1' })),
    );
    expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'SERVICE_EXITED' });
    const left = await scene.containers(environment);
    expect(left.filter((line) => line.includes('running'))).toEqual([]);
    await scene.finished(await scene.queue(environment, 'REMOVE'));
    expect(await scene.containers(environment)).toEqual([]);
  });

  it('is refused with a code before anything is touched', async () => {
    const environment = await scene.environment();
    const privileged = 'services: { a: { image: "jalon-test/busybox:1", privileged: true } }';
    const refused = await scene.finished(await scene.queue(environment, 'DEPLOY', privileged));
    expect(refused).toMatchObject({ status: 'FAILED', errorCode: 'POLICY_REFUSED' });
    const broken = await scene.finished(await scene.queue(environment, 'DEPLOY', 'services: { a: {'));
    expect(broken).toMatchObject({ status: 'FAILED', errorCode: 'COMPOSE_INVALID' });
    expect(await scene.containers(environment)).toEqual([]);
  });

  it('keeps no value of a variable in its stored plan', async () => {
    const environment = await scene.environment();
    const secret = 's3cret-in-the-plan';
    const file = chainOf().replace('VERSION: "1"', `VERSION: "1", PASSWORD: "${secret}"`);
    const done = await scene.finished(await scene.queue(environment, 'DEPLOY', file));
    expect(done.status).toBe('SUCCEEDED');
    const { observed } = await scene.db.environment.findUniqueOrThrow({
      where: { id: environment.environmentId },
    });
    expect(JSON.stringify([done, observed])).not.toContain(secret);
  });
});

describe('cancelling', () => {
  it('ends a first deployment that waits for health within two seconds, and stops what it made', async () => {
    const environment = await scene.environment();
    const id = await scene.queue(environment, 'DEPLOY', chainOf({ readyAfter: 600 }));
    await scene.stepReached(id, 'wait:', 'RUNNING');
    const before = performance.now();
    await scene.cancel(environment, id);
    await scene.until(
      () => scene.deployment(id),
      ({ errorCode }) => errorCode === 'CANCELLED',
    );
    expect(performance.now() - before).toBeLessThan(2_000);
    expect((await scene.finished(id)).status).toBe('CANCELLED');
    expect((await scene.containers(environment)).filter((line) => line.includes('running'))).toEqual([]);
  });

  it('puts back what an update had half applied', async () => {
    const environment = await scene.environment();
    await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf({ version: '1' })));
    const id = await scene.queue(environment, 'DEPLOY', chainOf({ version: '2', readyAfter: 600 }));
    await scene.stepReached(id, 'wait:', 'RUNNING');
    await scene.cancel(environment, id);
    expect((await scene.finished(id)).status).toBe('CANCELLED');
    expect(await scene.containers(environment)).toEqual(healthyChain(environment));
  });

  it('of a stop or a removal starts again what had been stopped', async () => {
    const environment = await scene.environment();
    const webCommand = 'trap "" TERM; touch /tmp/ready; while true; do sleep 1; done';
    await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf({ webCommand })));
    for (const action of ['STOP', 'REMOVE'] as const) {
      const id = await scene.queue(environment, action);
      // Its first container does not want to end: there is a second to cancel in.
      await scene.stepReached(id, 'stop:', 'RUNNING');
      await scene.cancel(environment, id);
      expect((await scene.finished(id)).status).toBe('CANCELLED');
      expect(await scene.containers(environment)).toEqual(healthyChain(environment));
    }
  });
});
