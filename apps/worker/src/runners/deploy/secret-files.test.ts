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

/** Healthy when both files hold what they should, with the owner and the permissions asked for. */
const readerOf = (expected: string): string => `services:
  reader:
    image: ${BUSYBOX_IMAGE}
    init: true
    user: "1000:1000"
    stop_grace_period: 1s
    command: ["sh", "-c", "while true; do sleep 1; done"]
    secrets: [{ source: key, uid: "1000", gid: "1000", mode: 0400 }]
    configs: [{ source: settings, target: /etc/app/settings.ini }]
    healthcheck:
      test: ["CMD-SHELL", "test $$(cat /run/secrets/key) = ${expected} && grep -q colour=blue /etc/app/settings.ini && test $$(stat -c %a:%u /run/secrets/key) = 400:1000"]
      interval: 500ms
      timeout: 2s
      retries: 6
secrets:
  key: { environment: API_KEY }
configs:
  settings: { content: "colour=blue" }
`;

describe('secrets and configs', () => {
  it('are files in the container when it starts; another value makes another container; no plan shows one', async () => {
    const environment = await scene.environment();
    const first = await scene.finished(
      await scene.queue(environment, 'DEPLOY', readerOf('one-1'), { API_KEY: 'one-1' }),
    );
    expect(first).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
    const second = await scene.finished(
      await scene.queue(environment, 'DEPLOY', readerOf('two-2'), { API_KEY: 'two-2' }),
    );
    expect(second).toMatchObject({ status: 'SUCCEEDED', errorCode: null });
    expect(second.planText).toContain('config changed');
    const [container] = await scene.host.docker.listContainers({
      filters: { name: [`${environment.projectSlug}-sandbox-reader-1`] },
    });
    const inspected = await scene.host.docker.getContainer(container?.Id ?? '').inspect();
    const plans = [first.planText, second.planText];
    expect(JSON.stringify([plans, first.steps, second.steps, inspected.Config.Labels])).not.toMatch(
      /one-1|two-2/,
    );
  });
});
