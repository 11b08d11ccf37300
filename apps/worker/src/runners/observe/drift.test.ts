import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chainOf } from '../../testing/compose-files';
import { healthyChain, Scene } from '../../testing/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await Scene.open();
  await (await scene.worker()).ready;
});
afterAll(() => scene.close());

it('what is done by hand to a stack is seen, and put back without being asked where that is wished', async () => {
  const environment = await scene.environment();
  const { environmentId } = environment;
  const row = () => scene.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
  await scene.finished(await scene.queue(environment, 'DEPLOY', chainOf()));
  const web = scene.host.docker.getContainer(`${environment.projectSlug}-sandbox-web-1`);

  await web.remove({ force: true });
  const absent = [{ kind: 'SERVICE', name: 'web', cause: { code: 'ABSENT' } }];
  // Until the daemon has taken it away, it is there and broken.
  const drifted = await scene.until(row, ({ drift }) => isDeepStrictEqual(drift, absent));
  expect(await scene.db.deployment.count({ where: { environmentId } })).toBe(1);

  // As if it had been so for a minute.
  const driftSince = new Date((drifted.driftSince?.getTime() ?? 0) - 60_000);
  await scene.db.environment.update({ where: { id: environmentId }, data: { healsDrift: true, driftSince } });
  const healing = await scene.until(
    () => scene.db.deployment.findFirst({ where: { environmentId, number: 2 } }),
    (found) => found !== null,
  );
  expect((await scene.finished(healing?.id ?? '')).status).toBe('SUCCEEDED');
  expect(await scene.containers(environment)).toEqual(healthyChain(environment));
  await scene.until(row, ({ drift }) => Array.isArray(drift) && drift.length === 0);
});
