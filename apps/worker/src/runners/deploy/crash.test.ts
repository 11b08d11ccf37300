import type { TestEnvironment } from '@jalon/db/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { chainOf } from '../../testing/compose-files';
import { healthyChain, Scene } from '../../testing/scene';

// Each of these is two or three deployments; on a busy machine they take their time.
vi.setConfig({ testTimeout: 300_000 });

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

/** One healthy stack: three containers under their own names, one network, nothing beside them. */
async function expectOneHealthyStack(environment: TestEnvironment, deploymentId: string): Promise<void> {
  const done = await scene.finished(deploymentId);
  expect(done).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
  // What turned out to need no doing when the next worker looked is skipped.
  expect(done.steps.filter(({ status }) => !['SUCCEEDED', 'SKIPPED'].includes(status))).toEqual([]);
  expect(await scene.containers(environment)).toEqual(healthyChain(environment));
  expect(await scene.networks(environment)).toEqual([`${environment.projectSlug}-sandbox_default`]);
  const row = await scene.db.environment.findUniqueOrThrow({ where: { id: environment.environmentId } });
  expect(row).toMatchObject({ desiredState: 'RUNNING', currentRevisionId: done.revisionId });
}

/** Kills the worker when the deployment is where `reached` says, and starts another. */
async function killAt(id: string, reached: { step: string; status: string }): Promise<void> {
  const worker = await scene.worker();
  const seen = await scene.stepReached(id, reached.step, reached.status);
  await worker.end('SIGKILL');
  expect(['SUCCEEDED', 'FAILED']).not.toContain(seen.status);
  expect(['SUCCEEDED', 'FAILED']).not.toContain((await scene.deployment(id)).status);
  await scene.worker();
}

describe('kill -9 of the worker, and another one', () => {
  const moments = [
    { moment: 'while it creates', step: 'create:', status: 'RUNNING' },
    { moment: 'between two containers', step: 'start:', status: 'SUCCEEDED' },
    { moment: 'while it waits for health', step: 'wait:', status: 'RUNNING' },
  ];

  it.each(moments)('$moment: a first deployment ends with one healthy stack', async ({ step, status }) => {
    const environment = await scene.environment();
    const id = await scene.queue(environment, 'DEPLOY', chainOf());
    await killAt(id, { step, status });
    await expectOneHealthyStack(environment, id);
  });

  const updates = [
    { moment: 'while the old one is stopped', step: 'stop:', status: 'RUNNING' },
    { moment: 'when the old one is set aside', step: 'rename:', status: 'SUCCEEDED' },
    { moment: 'while it waits for the new one', step: 'wait:', status: 'RUNNING' },
  ];

  it.each(updates)('$moment: an update ends with one healthy stack', async ({ step, status }) => {
    const environment = await scene.environment();
    const first = await scene.queue(environment, 'DEPLOY', chainOf({ version: '1' }));
    const worker = await scene.worker();
    await scene.finished(first);
    await worker.end('SIGTERM');
    const id = await scene.queue(environment, 'DEPLOY', chainOf({ version: '2' }));
    await killAt(id, { step, status });
    await expectOneHealthyStack(environment, id);
  });

  it('on its way back: the next one goes on with the way back', async () => {
    const environment = await scene.environment();
    const worker = await scene.worker();
    const good = await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf({ version: '1' })));
    const webCommand = 'echo broken; exit 3';
    const id = await scene.queue(environment, 'DEPLOY', chainOf({ version: '2', webCommand }));
    await scene.until(
      () => scene.deployment(id),
      ({ errorCode, status }) => errorCode === 'SERVICE_EXITED' && status !== 'REVERTED',
    );
    await worker.end('SIGKILL');
    await scene.worker();
    expect(await scene.finished(id)).toMatchObject({ status: 'REVERTED', errorCode: 'SERVICE_EXITED' });
    expect(await scene.containers(environment)).toEqual(healthyChain(environment));
    const row = await scene.db.environment.findUniqueOrThrow({ where: { id: environment.environmentId } });
    expect(row.currentRevisionId).toBe(good.revisionId);
  });
});

describe('cancelled while no worker was there', () => {
  it('and images were still being pulled: what had been stopped by then serves again', async () => {
    const environment = await scene.environment();
    const worker = await scene.worker();
    await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf({ version: '1' })));
    await worker.end('SIGTERM');
    const id = await scene.queue(environment, 'DEPLOY', chainOf({ version: '2' }));
    // As a worker leaves it that is killed: the earliest phase that still has something to do is its status.
    const plan = { operations: [], unchanged: [], refusals: [] };
    await scene.db.deployment.update({ where: { id }, data: { status: 'PULLING', plan } });
    await scene.host.docker.getContainer(`${environment.projectSlug}-sandbox-web-1`).stop({ t: 0 });
    await scene.cancel(environment, id);
    await scene.worker();
    expect(await scene.finished(id)).toMatchObject({ status: 'CANCELLED' });
    expect(await scene.containers(environment)).toEqual(healthyChain(environment));
  });
});

describe('SIGTERM', () => {
  it('puts a deployment down politely: the next worker takes it up at once and finishes it', async () => {
    const environment = await scene.environment();
    const worker = await scene.worker();
    const id = await scene.queue(environment, 'DEPLOY', chainOf({ readyAfter: 1 }));
    await scene.stepReached(id, 'wait:', 'RUNNING');
    await worker.end('SIGTERM');
    const lease = await scene.db.environmentLease.findUniqueOrThrow({
      where: { environmentId: environment.environmentId },
    });
    expect(lease.expiresAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(['SUCCEEDED', 'FAILED', 'CANCELLED']).not.toContain((await scene.deployment(id)).status);
    await scene.worker();
    await expectOneHealthyStack(environment, id);
  });
});
