import { mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUSYBOX_IMAGE } from '@jalon/docker/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../exit';
import { EngineScene } from '../testing/engine-scene';

let scene: EngineScene;
beforeAll(async () => {
  scene = await EngineScene.open();
  scene.files.put(
    'api/Dockerfile',
    `FROM ${BUSYBOX_IMAGE}\nCOPY . /app\nCMD ["sh", "-c", "ls /app; sleep 600"]\n`,
  );
  scene.files.put('api/.dockerignore', '*.key\n');
  scene.files.put('api/private.key', 'x');
  scene.files.put('api/main.py', scene.target.project);
  mkdirSync(join(scene.files.folder, 'links'));
  symlinkSync(tmpdir(), join(scene.files.folder, 'links/out'));
});
afterEach(async () => {
  await scene.clear();
  const filters = { reference: [`jalon/${scene.target.project}-*`] };
  for (const { RepoTags } of await scene.host.docker.listImages({ filters }))
    for (const name of RepoTags ?? []) await scene.host.docker.getImage(name).remove({ force: true });
});
afterAll(() => scene.close());

const put = (context: string) =>
  scene.files.put(
    'compose.yaml',
    `services:\n  api: { build: "${context}", init: true, stop_grace_period: 1s }\n`,
  );

describe('a service that is built from a folder', () => {
  it('runs, without what .dockerignore leaves out, and is built again when a file changes', async () => {
    put('./api');
    const first = await scene.run('up');
    expect(first.code).toBe(EXIT.ok);
    expect(first.out).toMatch(/build image jalon\/t\w+-api:[0-9a-f]{12} from project:\/\/api/);
    expect(first.err).toContain('      | Step 1/');
    expect((await scene.run('logs --no-prefix')).out).toBe('Dockerfile\nmain.py\n');
    expect((await scene.run('up')).out).toContain('Nothing to do.');
    scene.files.put('api/private.key', 'y');
    expect((await scene.run('plan --detailed-exitcode')).code).toBe(EXIT.ok);
    scene.files.put('api/main.py', `${scene.target.project} changed`);
    const second = await scene.run('plan --detailed-exitcode');
    expect(second.code).toBe(EXIT.changes);
    expect(second.out).toContain('(config changed: image)');
  });

  it('that cannot be built says why, and changes nothing', async () => {
    put('./api');
    scene.files.put('api/Dockerfile', `FROM ${BUSYBOX_IMAGE}\nRUN echo no such package; exit 7\n`);
    const { code, err } = await scene.run('up');
    expect(code).toBe(EXIT.failed);
    expect(err).toContain('returned a non-zero code: 7');
    expect(err).toContain('no such package');
    expect(await scene.containers()).toEqual([]);
  });

  it.each(['./none', './links/out', './compose.yaml'])('is no folder of the project: %s', async (context) => {
    put(context);
    const { code, err } = await scene.run('plan');
    expect([code, err]).toEqual([
      EXIT.failed,
      `jalon: The build context “${context.slice(2)}” is no folder of this project.\n`,
    ]);
  });
});
