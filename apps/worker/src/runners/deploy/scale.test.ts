import type { TestEnvironment } from '@jalon/db/testing';
import { BUSYBOX_IMAGE } from '@jalon/docker/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Scene } from '../../testing/scene';
import type { WorkerProcess } from '../../testing/worker-process';

let scene: Scene;
let worker: WorkerProcess;

beforeAll(async () => {
  scene = await Scene.open();
  worker = await scene.worker();
  await worker.ready;
});

afterEach(() => scene.clear());

afterAll(() => scene.close());

const serverOf = (replicas: number, version = 'v1'): string => `services:
  web:
    image: ${BUSYBOX_IMAGE}
    init: true
    stop_grace_period: 1s
    deploy: { replicas: ${replicas} }
    command: ["sh", "-c", "echo started; mkdir -p /tmp/www; echo ${version} > /tmp/www/index.html; httpd -f -p 8080 -h /tmp/www"]
    healthcheck: { test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/"], interval: 500ms, timeout: 2s, retries: 20 }
    x-jalon: { role: service, expose: { port: 8080, basePath: strip } }
`;

const namesOf = ({ projectSlug }: TestEnvironment, ...numbers: number[]) =>
  numbers.map((number) => `${projectSlug}-sandbox-web-${number} running healthy`);

const routeOf = (environmentId: string) => scene.db.route.findFirstOrThrow({ where: { environmentId } });

async function deploy(environment: TestEnvironment, composeText: string) {
  const done = await scene.finished(await scene.queue(environment, 'DEPLOY', composeText));
  expect(done).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
  return done;
}

async function replicasThatLogged(environmentId: string): Promise<number[]> {
  const numbers = new Set<number>();
  for await (const batch of scene.host.engine.logs({ environmentId }))
    for (const entry of batch) if ('line' in entry) numbers.add(entry.replica ?? 1);
  return [...numbers].sort();
}

describe('a service of several containers', () => {
  it('is scaled up and down, and the gateway is told of each container', async () => {
    const environment = await scene.environment();
    const { environmentId } = environment;
    await deploy(environment, serverOf(1));
    const [only] = (await routeOf(environmentId)).targetHosts;
    await deploy(environment, serverOf(3));
    expect(await scene.containers(environment)).toEqual(namesOf(environment, 1, 2, 3));
    const { targetHosts } = await routeOf(environmentId);
    expect(targetHosts).toHaveLength(3);
    expect(targetHosts[0]).toBe(only);
    const answers = targetHosts.map(async (host) => (await fetch(`http://${host}:8080/`)).text());
    expect(await Promise.all(answers)).toEqual(['v1\n', 'v1\n', 'v1\n']);
    expect(await replicasThatLogged(environmentId)).toEqual([1, 2, 3]);
    const row = await scene.db.serviceState.findFirstOrThrow({ where: { environmentId } });
    expect(row).toMatchObject({ replicas: 3, instances: [{ number: 1 }, { number: 2 }, { number: 3 }] });

    const down = await deploy(environment, serverOf(2));
    expect(down.planText).toContain('remove container');
    expect(down.planText).not.toContain('create container');
    expect(await scene.containers(environment)).toEqual(namesOf(environment, 1, 2));
    expect((await routeOf(environmentId)).targetHosts).toEqual(targetHosts.slice(0, 2));
  });

  it('is finished by another worker when the first one dies in the middle of an update', async () => {
    const environment = await scene.environment();
    await deploy(environment, serverOf(2));
    const id = await scene.queue(environment, 'DEPLOY', serverOf(3, 'v2'));
    // The first of the two was replaced; the second has its turn.
    await scene.until(
      () => scene.deployment(id),
      ({ steps }) => steps.some(({ key, status }) => key.includes('web-2') && status !== 'PENDING'),
    );
    await worker.end('SIGKILL');
    worker = await scene.worker();
    await worker.ready;
    expect(await scene.finished(id)).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
    expect(await scene.containers(environment)).toEqual(namesOf(environment, 1, 2, 3));
    const { targetHosts } = await routeOf(environment.environmentId);
    const answers = targetHosts.map(async (host) => (await fetch(`http://${host}:8080/`)).text());
    expect(await Promise.all(answers)).toEqual(['v2\n', 'v2\n', 'v2\n']);
  });

  it('goes back whole when its update fails', async () => {
    const environment = await scene.environment();
    await deploy(environment, serverOf(2));
    const broken = serverOf(3, 'v2').replace('httpd -f', 'exit 3');
    const done = await scene.finished(await scene.queue(environment, 'DEPLOY', broken));
    expect(done).toMatchObject({ status: 'REVERTED', errorCode: 'SERVICE_EXITED' });
    expect(await scene.containers(environment)).toEqual(namesOf(environment, 1, 2));
  });

  it('has drifted when one of its containers is gone', async () => {
    const environment = await scene.environment();
    const { environmentId, projectSlug } = environment;
    await deploy(environment, serverOf(2));
    await scene.host.docker.getContainer(`${projectSlug}-sandbox-web-2`).remove({ force: true });
    const { drift } = await scene.until(
      () => scene.db.environment.findUniqueOrThrow({ where: { id: environmentId } }),
      ({ driftSince }) => driftSince !== null,
    );
    expect(drift).toEqual([{ kind: 'SERVICE', name: 'web', cause: { code: 'ABSENT' } }]);
    const row = await scene.db.serviceState.findFirstOrThrow({ where: { environmentId } });
    expect(row).toMatchObject({ replicas: 2, state: 'running', instances: [{ number: 1 }] });
    expect((await routeOf(environmentId)).targetHosts).toHaveLength(1);
  });
});
