import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BuildModel } from '@jalon/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BUSYBOX_IMAGE, type TestEngine, TestJournal, testEngine, testPlan } from '../testing';

const DOCKERFILE =
  'ARG BASE_IMAGE\nFROM $BASE_IMAGE\nCOPY . /app\nRUN echo installing && touch /app/installed\n';

let test: TestEngine;
let content: string;
let project: string;
/** A context that others build on; its image has a name that no other test has. */
let base: string;
const unique = () => randomBytes(4).toString('hex');

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'jalon-content-'));
  test = await testEngine({ contentDir: content, pythonBase: BUSYBOX_IMAGE });
});
beforeEach(async () => {
  project = `t${unique()}`;
  base = `jalon://samples/${project}-base`;
  // Content of its own, so that no other test's image is taken for this one's.
  await put('samples/credit/Dockerfile', DOCKERFILE);
  await put('samples/credit/model.py', `# ${unique()}`);
  await put(`samples/${project}-base/Dockerfile`, DOCKERFILE);
  await put(`samples/${project}-base/unique`, unique());
});
afterEach(async () => {
  const images = await test.docker.listImages({
    filters: { reference: [`jalon/${project}-*`, `jalon/samples-${project}-base`] },
  });
  // By name: one that another was built on loses its name, and goes with the last that stands on it.
  for (const name of images.flatMap(({ RepoTags }) => RepoTags ?? []))
    await test.docker.getImage(name).remove();
  await rm(content, { recursive: true });
  await mkdir(content);
});
afterAll(async () => {
  await rm(content, { recursive: true });
  test.close();
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(content, path)), { recursive: true });
  await writeFile(join(content, path), text);
}

const build = (changes: Partial<BuildModel> = {}): BuildModel => ({
  context: 'jalon://samples/credit',
  dockerfile: 'Dockerfile',
  args: {},
  target: null,
  ...changes,
});
const resolve = async (changes: Partial<BuildModel> = {}) => {
  const resolved = await test.engine.resolveBuilds(project, { model: { build: build(changes) } });
  return resolved.model ?? { image: '', exists: false };
};
const run = (image: string, model: BuildModel, journal = new TestJournal()) =>
  test.engine.execute(testPlan({ kind: 'BUILD_IMAGE', key: 'build', image, build: model }), {
    onStep: journal.onStep,
  });

describe('tags by content', () => {
  it('are the same for the same content, whatever the clock and caches say', async () => {
    const first = await resolve();
    expect(first).toEqual({
      image: expect.stringMatching(new RegExp(`^jalon/${project}-model:[0-9a-f]{12}$`)),
      exists: false,
    });
    await utimes(join(content, 'samples/credit/model.py'), 1, 1);
    await put('samples/credit/__pycache__/model.pyc', 'x');
    await put('samples/credit/.git/HEAD', 'x');
    expect(await resolve()).toEqual(first);
  });

  it('leave out services that are not built', async () => {
    expect(await test.engine.resolveBuilds(project, { db: { build: null } })).toEqual({});
  });

  it.each([
    ['a file', () => put('samples/credit/model.py', 'changed')],
    ['a new file', () => put('samples/credit/new.py', '')],
    ['the Dockerfile', () => put('samples/credit/Dockerfile', `${DOCKERFILE}RUN true\n`)],
  ])('change with %s', async (_what, change) => {
    const before = await resolve();
    await change();
    expect((await resolve()).image).not.toBe(before.image);
  });

  it('change with arguments, target and base, also a base that is built itself', async () => {
    const plain = await resolve();
    const nested = { args: { BASE_IMAGE: base } };
    const images = [
      plain,
      await resolve({ args: { A: '1' } }),
      await resolve({ target: 'x' }),
      await resolve(nested),
    ];
    await put(`samples/${project}-base/unique`, unique());
    images.push(await resolve(nested));
    expect(new Set(images.map(({ image }) => image)).size).toBe(5);
    expect(await resolve()).toEqual(plain);
  });

  it('do not depend on what .dockerignore names', async () => {
    await put('samples/credit/.dockerignore', '# data\ndata\n**/notes.txt\n');
    const before = await resolve();
    await put('samples/credit/data/x.csv', '1');
    await put('samples/credit/deep/notes.txt', '1');
    expect(await resolve()).toEqual(before);
  });
});

describe('building', () => {
  it('builds with progress and log, and not again', async () => {
    const { image } = await resolve();
    const journal = new TestJournal();
    expect((await run(image, build(), journal)).failure).toBeNull();
    const log = journal.entries.map(({ update }) => update.log).join('');
    expect(log).toContain('Step 4/5 : RUN echo installing');
    expect(log).toContain('\ninstalling\n');
    const shares = journal.entries.map(({ update }) => update.progress ?? 0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(await resolve()).toEqual({ image, exists: true });
    const before = test.engine.apiCalls().byKind['POST /build'];
    expect((await run(image, build())).failure).toBeNull();
    expect(test.engine.apiCalls().byKind['POST /build']).toBe(before);
  });

  it('builds the base first where it is a context of ours', async () => {
    const nested = build({ args: { BASE_IMAGE: base } });
    const { image } = await resolve(nested);
    expect((await run(image, nested)).failure).toBeNull();
    const bases = await test.docker.listImages({ filters: { reference: [`jalon/samples-${project}-base`] } });
    expect(bases).toHaveLength(1);
  });

  it('builds one base once for services that are built side by side', async () => {
    const nested = build({ args: { BASE_IMAGE: base } });
    const services = { a: { build: nested }, b: { build: { ...nested, args: { ...nested.args, B: '1' } } } };
    const images = await test.engine.resolveBuilds(project, services);
    const before = test.engine.apiCalls().byKind['POST /build'] ?? 0;
    const plan = testPlan(
      ...Object.entries(services).map(([name, service]) => ({
        kind: 'BUILD_IMAGE' as const,
        key: name,
        image: images[name]?.image ?? '',
        build: service.build,
        after: [],
      })),
    );
    expect((await test.engine.execute(plan, { onStep: new TestJournal().onStep })).failure).toBeNull();
    expect((test.engine.apiCalls().byKind['POST /build'] ?? 0) - before).toBe(3);
  });

  it('tells the last lines of a build that fails', async () => {
    await put('samples/credit/Dockerfile', `${DOCKERFILE}RUN echo no such package >&2; exit 5\n`);
    const { image } = await resolve();
    const { failure } = await run(image, build());
    expect(failure?.error.code).toBe('BUILD_FAILED');
    expect(failure?.error.message).toContain('returned a non-zero code: 5');
    expect(failure?.error.details.map(({ message }) => message)).toContain('no such package');
  });

  it('tells a Dockerfile that cannot be read', async () => {
    await put('samples/credit/Dockerfile', 'FROMM x\n');
    const { image } = await resolve();
    expect((await run(image, build())).failure?.error).toMatchObject({ code: 'BUILD_FAILED' });
  });

  it('refuses files that changed since the plan', async () => {
    const { image } = await resolve();
    await put('samples/credit/model.py', 'changed');
    expect((await run(image, build())).failure?.error).toMatchObject({ code: 'CONFLICT' });
  });

  it('is given up within two seconds', async () => {
    await put('samples/credit/Dockerfile', `${DOCKERFILE}RUN sleep 60\n`);
    const { image } = await resolve();
    const controller = new AbortController();
    let abortedAt = 0;
    const onStep = (_key: string, { log }: { log: string }) => {
      if (!log.includes('RUN sleep 60') || abortedAt > 0) return;
      abortedAt = Date.now();
      controller.abort();
    };
    const plan = testPlan({ kind: 'BUILD_IMAGE', key: 'build', image, build: build() });
    const result = await test.engine.execute(plan, { onStep, signal: controller.signal });
    expect(result.outcome).toBe('CANCELLED');
    expect(Date.now() - abortedAt).toBeLessThan(2_000);
  });
});

describe('addresses', () => {
  it.each([
    '/etc',
    '.',
    'jalon://',
    'jalon://samples',
    'jalon://samples/../docker',
    'jalon://catalog/..',
    'jalon://other/x',
    'https://x/y',
  ])('refuses %s', async (context) => {
    await expect(resolve({ context })).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('refuses what is not there, and a link that leads elsewhere', async () => {
    await expect(resolve({ context: 'jalon://catalog/none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await symlink('/etc', join(content, 'samples/out'));
    await expect(resolve({ context: 'jalon://samples/out' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('names a base that is missing, and a cycle of bases', async () => {
    const missing = { args: { BASE_IMAGE: 'registry.invalid/none:1' } };
    await expect(resolve(missing)).rejects.toMatchObject({ code: 'IMAGE_NOT_FOUND' });
    const cycle = { context: base, args: { BASE_IMAGE: base } };
    await expect(resolve(cycle)).rejects.toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining('→'),
    });
  });
});
