import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BuildModel } from '@jalon/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BUSYBOX_IMAGE, type TestEngine, TestJournal, testEngine, testPlan } from '../testing';

let test: TestEngine;
let folder: string;
let project: string;
const DOCKERFILE = `FROM ${BUSYBOX_IMAGE}\nCOPY . /app\nRUN ls -a /app | tr '\\n' ' '\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-project-'));
  test = await testEngine({ projectDir: folder, pythonBase: 'registry.invalid/no-such-base:1' });
});
beforeEach(async () => {
  project = `t${randomBytes(4).toString('hex')}`;
  await put('api/Dockerfile', DOCKERFILE);
  await put('api/unique', project);
});
afterEach(async () => {
  const images = await test.docker.listImages({ filters: { reference: [`jalon/${project}-*`] } });
  for (const name of images.flatMap(({ RepoTags }) => RepoTags ?? []))
    await test.docker.getImage(name).remove();
  await rm(folder, { recursive: true });
  await mkdir(folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  test.close();
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const build = (context: string, changes: Partial<BuildModel> = {}): BuildModel => ({
  context,
  dockerfile: 'Dockerfile',
  args: {},
  target: null,
  ...changes,
});
const resolve = async (model: BuildModel) =>
  (await test.engine.resolveBuilds(project, { api: { build: model } })).api?.image ?? '';

async function buildLog(model: BuildModel): Promise<string> {
  const journal = new TestJournal();
  const image = await resolve(model);
  const plan = testPlan({ kind: 'BUILD_IMAGE', key: 'build', image, build: model });
  const { failure } = await test.engine.execute(plan, { onStep: journal.onStep });
  return failure?.error.message ?? journal.entries.map(({ update }) => update.log).join('');
}

describe('a folder of the project', () => {
  it('is built from the base that its Dockerfile names, without what .dockerignore leaves out', async () => {
    await put('api/.dockerignore', '*\n!kept*\n!empty\n');
    await put('api/kept.py', '');
    await put('api/secret.key', '');
    await mkdir(join(folder, 'api/empty'));
    const log = await buildLog(build('project://api'));
    expect(log).toContain('\n. .. empty kept.py ');
  });

  it('may be the whole project, with its Dockerfile further down', async () => {
    await put('docker/Dockerfile.api', DOCKERFILE);
    await put('docker/Dockerfile.api.dockerignore', 'api\n');
    await put('.dockerignore', '*\n');
    await put('top', project);
    const log = await buildLog(build('project://', { dockerfile: 'docker/Dockerfile.api' }));
    expect(log).toContain('\n. .. docker top ');
  });

  it('has a tag of its content, its links as they are, and nothing of what they lead to', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'jalon-outside-'));
    await writeFile(join(outside, 'private'), 'one');
    await symlink(outside, join(folder, 'api/link'));
    const before = await resolve(build('project://api'));
    await writeFile(join(outside, 'private'), 'two');
    expect(await resolve(build('project://api'))).toBe(before);
    const look = `FROM ${BUSYBOX_IMAGE}\nCOPY . /app\nRUN ls /app/link/private || echo nothing there\n`;
    await put('api/Dockerfile', look);
    expect(await buildLog(build('project://api'))).toContain('nothing there');
    await rm(outside, { recursive: true });
  });

  it('changes with a file, its mode, an argument; not with what is no file', async () => {
    const first = await resolve(build('project://api'));
    execFileSync('mkfifo', [join(folder, 'api/pipe')]);
    expect(await resolve(build('project://api'))).toBe(first);
    await chmod(join(folder, 'api/unique'), 0o755);
    const second = await resolve(build('project://api'));
    const third = await resolve(build('project://api', { args: { A: '1' } }));
    await put('api/.git/HEAD', 'x');
    const fourth = await resolve(build('project://api'));
    expect(new Set([first, second, third, fourth]).size).toBe(4);
  });

  it.each(['..', '../..', 'api/../..', 'link', 'link/deeper', 'none', 'api/unique'])(
    'is no folder elsewhere: %s',
    async (path) => {
      await symlink(tmpdir(), join(folder, 'link'));
      const attempt = resolve(build(`project://${path}`));
      await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  it('cannot be built where no project is', async () => {
    const platform = await testEngine();
    const attempt = platform.engine.resolveBuilds(project, { api: { build: build('project://api') } });
    await expect(attempt).rejects.toMatchObject({ code: 'VALIDATION' });
    platform.close();
  });
});
