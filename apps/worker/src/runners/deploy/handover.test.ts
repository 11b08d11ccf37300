import { BUSYBOX_IMAGE } from '@jalon/docker/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Scene } from '../../testing/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.open();
  await (await scene.worker()).ready;
});

afterEach(() => scene.clear());

afterAll(() => scene.close());

/** A web server that says which version it is; it needs a second before it is ready, as a model does. */
const serverOf = (version: string): string => `services:
  web:
    image: ${BUSYBOX_IMAGE}
    init: true
    stop_grace_period: 1s
    command: ["sh", "-c", "sleep 1; mkdir -p /tmp/www; echo ${version} > /tmp/www/index.html; httpd -f -p 8080 -h /tmp/www"]
    healthcheck: { test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/"], interval: 500ms, timeout: 2s, retries: 20 }
    x-jalon: { role: service, expose: { port: 8080, basePath: strip } }
`;

/** Asks as the gateway does, again and again, with a route that it remembers for as long as the gateway may. */
async function visit(environmentId: string, until: () => boolean): Promise<Map<string, number>> {
  const answers = new Map<string, number>();
  let route = { targetHost: '', targetPort: 0, readAt: Number.NEGATIVE_INFINITY };
  while (!until()) {
    if (performance.now() - route.readAt > 2_000) {
      const row = await scene.db.route.findFirstOrThrow({ where: { environmentId } });
      route = { ...row, readAt: performance.now() };
    }
    const answer = await fetch(`http://${route.targetHost}:${route.targetPort}/`).then(
      async (response) => (response.ok ? (await response.text()).trim() : `status ${response.status}`),
      () => 'refused',
    );
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return answers;
}

describe('an update of what the gateway opens', () => {
  it('answers every request, by the version before until the new one is healthy', async () => {
    const environment = await scene.environment();
    await scene.finished(await scene.queue(environment, 'DEPLOY', serverOf('v1')));
    const id = await scene.queue(environment, 'DEPLOY', serverOf('v2'));
    let ended = false;
    const visits = visit(environment.environmentId, () => ended);
    const done = await scene.finished(id);
    ended = true;
    const answers = await visits;
    expect(done).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
    expect(done.planText).toContain('lead the gateway to');
    expect([...answers.keys()].sort()).toEqual(['v1', 'v2']);
    expect(await scene.containers(environment)).toEqual([
      `${environment.projectSlug}-sandbox-web-1 running healthy`,
    ]);
  });

  it('that never turns healthy leaves the version before serving all the time', async () => {
    const environment = await scene.environment();
    await scene.finished(await scene.queue(environment, 'DEPLOY', serverOf('v1')));
    const broken = serverOf('v2').replace('httpd -f', 'exit 3');
    const id = await scene.queue(environment, 'DEPLOY', broken);
    let ended = false;
    const visits = visit(environment.environmentId, () => ended);
    const done = await scene.finished(id);
    ended = true;
    expect(done).toMatchObject({ status: 'REVERTED', errorCode: 'SERVICE_EXITED' });
    expect([...(await visits).keys()]).toEqual(['v1']);
  });
});
