import { LABELS } from '@jalon/contracts';
import { notifyChange } from '@jalon/db';
import type { TestEnvironment } from '@jalon/db/testing';
import { BUSYBOX_IMAGE } from '@jalon/docker/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { jobOf } from '../../testing/compose-files';
import { Scene } from '../../testing/scene';

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

const RESULT = {
  summary: 'trained',
  metrics: { auc: 0.81 },
  report: { rows: 10 },
  model: {
    name: 'credit',
    version: '1',
    artifact: '/data/m.joblib',
    sha256: 'ab',
    trainingData: { rows: 10 },
  },
  kpis: [
    { key: 'bad-loan-share', value: 17.4, at: '2026-01-31T12:00:00Z', unit: '%' },
    { key: 'unknown', value: 1 },
  ],
};

async function deployed(script: string): Promise<TestEnvironment> {
  const environment = await scene.environment();
  const done = await scene.finished(await scene.queue(environment, 'DEPLOY', jobOf(script)));
  expect(done.status).toBe('SUCCEEDED');
  return environment;
}

async function queueRun({ environmentId, projectId }: TestEnvironment): Promise<string> {
  const number = (await scene.db.run.count({ where: { environmentId } })) + 1;
  const { id } = await scene.db.run.create({
    data: { environmentId, number, service: 'train', job: 'train' },
  });
  await notifyChange(scene.db, { topic: 'run', id, projectId, environmentId });
  return id;
}

const run = (id: string) =>
  scene.db.run.findUniqueOrThrow({ where: { id }, include: { modelVersion: true } });
const finished = (id: string) =>
  scene.until(
    () => run(id),
    ({ status }) => status !== 'QUEUED' && status !== 'RUNNING',
  );

describe('a job', () => {
  it('runs to completion and becomes a model version and KPI samples', async () => {
    await scene.worker();
    const json = JSON.stringify(RESULT).replaceAll('"', '\\"');
    const environment = await deployed(`echo working; mkdir -p /jalon; echo "${json}" > $JALON_RESULT`);
    const kpi = await scene.db.kpi.create({
      data: {
        useCaseId: environment.useCaseId,
        key: 'bad-loan-share',
        name: 'Share of bad loans',
        direction: 'LOWER_IS_BETTER',
        baseline: '28.2',
        target: '20',
      },
    });
    const done = await finished(await queueRun(environment));
    expect(done).toMatchObject({ status: 'SUCCEEDED', exitCode: 0, errorMessage: null });
    expect(done.log).toContain('working');
    expect(done.modelVersion).toMatchObject({
      number: 1,
      name: 'credit',
      sha256: 'ab',
      metrics: { auc: 0.81 },
    });
    const samples = await scene.db.kpiSample.findMany({ where: { kpiId: kpi.id } });
    expect(samples).toHaveLength(1);
    expect(samples[0]?.value.toString()).toBe('17.4');
    expect(samples[0]?.deploymentId).not.toBeNull();
    await scene.until(
      () => scene.containers(environment),
      (containers) => containers.length === 1,
    );
  });

  it('that fails says so in its own words', async () => {
    await scene.worker();
    const words = '{\\"error\\":{\\"code\\":\\"INVALID_DATA\\",\\"message\\":\\"Column Age is missing.\\"}}';
    const environment = await deployed(`mkdir -p /jalon; echo "${words}" > $JALON_RESULT; exit 2`);
    const done = await finished(await queueRun(environment));
    expect(done).toMatchObject({ status: 'FAILED', exitCode: 2, errorMessage: 'Column Age is missing.' });
  });

  it('is stopped and removed when it is cancelled', async () => {
    await scene.worker();
    const environment = await deployed('echo begun; sleep 600');
    const id = await queueRun(environment);
    await scene.until(
      () => run(id),
      ({ log }) => log.includes('begun'),
    );
    await scene.db.run.update({ where: { id }, data: { cancelRequestedAt: new Date() } });
    const { projectId, environmentId } = environment;
    await notifyChange(scene.db, { topic: 'run', id, projectId, environmentId });
    expect((await finished(id)).status).toBe('CANCELLED');
    await scene.until(
      () => scene.containers(environment),
      (containers) => containers.length === 1,
    );
  });

  it('leaves no container behind when the worker died between the last write and the removal', async () => {
    await scene.worker();
    const environment = await deployed('exit 0');
    const id = await queueRun(environment);
    const { number } = await finished(id);
    await scene.until(
      () => scene.containers(environment),
      (containers) => containers.length === 1,
    );
    const name = `${environment.projectSlug}-sandbox-train-run-${number}`;
    const labels = { [LABELS.managed]: 'true', [LABELS.environmentId]: environment.environmentId };
    const left = await scene.host.docker.createContainer({
      name,
      Image: BUSYBOX_IMAGE,
      Cmd: ['true'],
      HostConfig: { NetworkMode: 'none' },
      Labels: { ...labels, [LABELS.kind]: 'job', [LABELS.service]: 'train' },
    });
    await left.start();
    await scene.until(
      () => scene.containers(environment),
      (containers) => containers.length === 1,
    );
  });

  it('is run once and followed on when the worker is killed in the middle of it', async () => {
    const worker = await scene.worker();
    const script =
      'echo begun >> /jalon-runs; echo begun; sleep 4; echo ended; wc=$(cat /jalon-runs); echo "runs: $wc"';
    const environment = await deployed(script);
    const id = await queueRun(environment);
    await scene.until(
      () => run(id),
      ({ log }) => log.includes('begun'),
    );
    await worker.end('SIGKILL');
    const [container] = (await scene.containers(environment)).filter((line) => line.includes('-run-1'));
    expect(container).toContain('running');
    await scene.worker();
    const done = await finished(id);
    expect(done).toMatchObject({ status: 'SUCCEEDED', exitCode: 0 });
    expect(done.log.split('\n').filter((line) => line === 'begun')).toHaveLength(1);
    expect(done.log).toContain('ended');
  });
});
