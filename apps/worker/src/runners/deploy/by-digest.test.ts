import type { TestEnvironment } from '@jalon/db/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeVariant, removeImage } from '../../testing/image-variants';
import { Scene } from '../../testing/scene';

let scene: Scene;
let environment: TestEnvironment;
/** The tag that the file names; what it stands for is moved by the tests. */
let tag: string;
let variants: string[];

beforeAll(async () => {
  scene = await Scene.open();
  await (await scene.worker()).ready;
});

beforeEach(async () => {
  environment = await scene.environment();
  tag = `${environment.projectSlug}:1`;
  variants = [];
});

afterEach(async () => {
  await scene.clear();
  for (const image of [tag, ...variants]) await removeImage(scene.host.docker, image);
});

afterAll(async () => {
  await scene.close();
});

const fileOf = (version: string, more = '') => `services:
  app:
    image: "${tag}"
    init: true
    stop_grace_period: 1s
    command: ["sleep", "600"]
    environment: { VERSION: "${version}" }
${more}`;

async function moveTag(label: string): Promise<string> {
  const id = await makeVariant(scene.host.docker, tag, label);
  variants.push(id);
  return id;
}

async function deploy(file: string): Promise<string> {
  const done = await scene.finished(await scene.queue(environment, 'DEPLOY', file));
  expect(done).toMatchObject({ status: 'SUCCEEDED' });
  return done.revisionId ?? '';
}

/** Image id and environment of the one container that runs. */
async function running({ projectSlug, environmentSlug }: TestEnvironment) {
  const found = await scene.host.docker.getContainer(`${projectSlug}-${environmentSlug}-app-1`).inspect();
  return { id: found.Id, image: found.Image, env: found.Config.Env, running: found.State.Running };
}

const revisions = () => scene.db.stackRevision.count({ where: { projectId: environment.projectId } });

describe('a roll back', () => {
  it('runs the image that the revision ran on, although its tag has moved, with its own file', async () => {
    const before = await moveTag('before');
    const first = await deploy(fileOf('1'));
    const after = await moveTag('after');
    const second = await deploy(fileOf('2'));
    expect((await running(environment)).image).toBe(after);

    const back = await scene.finished(await scene.apply(environment, first, 'ROLL_BACK'));
    expect(back).toMatchObject({ status: 'SUCCEEDED', revisionId: first });
    const returned = await running(environment);
    expect(returned).toMatchObject({ image: before, running: true });
    expect(returned.env).toContain('VERSION=1');
    const row = await scene.db.environment.findUniqueOrThrow({ where: { id: environment.environmentId } });
    expect(row.currentRevisionId).toBe(first);

    const again = await scene.finished(await scene.apply(environment, second, 'ROLL_BACK'));
    expect(again.status).toBe('SUCCEEDED');
    expect((await running(environment)).image).toBe(after);
    expect(await revisions()).toBe(2);
  });

  it('is refused before anything is touched when an image is gone, and says which', async () => {
    const before = await moveTag('before');
    const first = await deploy(fileOf('1'));
    await moveTag('after');
    await deploy(fileOf('2'));
    await removeImage(scene.host.docker, before);
    const stands = await running(environment);

    const refused = await scene.finished(await scene.apply(environment, first, 'ROLL_BACK'));
    expect(refused).toMatchObject({ status: 'FAILED', errorCode: 'IMAGE_NOT_FOUND', steps: [] });
    expect(refused.errorMessage).toContain(`app: ${tag} (${before.slice(0, 19)})`);
    expect(refused.errorMessage).toContain('docker load');
    expect(await running(environment)).toEqual(stands);
  });

  it('is refused when what was built cannot be built the same again', async () => {
    await moveTag('only');
    const built = fileOf('1', '  model: { build: { context: "jalon://model-template" } }\n');
    const { id } = await scene.db.stackRevision.create({
      data: {
        ...{ projectId: environment.projectId, number: 1, composeText: built, variables: {} },
        imageDigests: { model: 'jalon/gone-model:0123456789ab' },
      },
    });
    const refused = await scene.finished(await scene.apply(environment, id, 'ROLL_BACK'));
    expect(refused).toMatchObject({ status: 'FAILED', errorCode: 'IMAGE_NOT_FOUND', steps: [] });
    expect(refused.errorMessage).toContain('model: jalon/gone-model:0123456789ab');
    expect(await scene.containers(environment)).toEqual([]);
  });

  it('whose deployment fails returns to what stood before, on its own image', async () => {
    await moveTag('before');
    const bad = await deploy(fileOf('1'));
    await moveTag('after');
    await deploy(fileOf('2'));
    const stands = await running(environment);
    // Broken since then: the digest is there, and the command cannot run any more.
    const { id } = await scene.db.stackRevision.create({
      data: {
        ...{ projectId: environment.projectId, number: 9, variables: {} },
        composeText: fileOf('1').replace('"sleep", "600"', '"sh", "-c", "exit 3"'),
        imageDigests:
          (await scene.db.stackRevision.findUniqueOrThrow({ where: { id: bad } })).imageDigests ?? {},
      },
    });
    const failed = await scene.finished(await scene.apply(environment, id, 'ROLL_BACK'));
    expect(failed).toMatchObject({ status: 'REVERTED', errorCode: 'SERVICE_EXITED' });
    expect(await running(environment)).toMatchObject({ id: stands.id, image: stands.image, running: true });
  });
});

describe('a promotion', () => {
  it('runs the very images of the other environment beside it, with variables of its own', async () => {
    const ran = await moveTag('ran');
    const text = fileOf('$VERSION');
    const first = await scene.db.stackRevision.create({
      data: {
        ...{ projectId: environment.projectId, number: 1, composeText: text },
        variables: { VERSION: { value: 'of the sandbox' } },
      },
    });
    await scene.finished(await scene.apply(environment, first.id, 'ROLL_BACK'));
    const { imageDigests } = await scene.db.stackRevision.findUniqueOrThrow({ where: { id: first.id } });
    expect(imageDigests).toEqual({ app: ran });
    await moveTag('moved');

    const staging = await scene.sibling(environment, 'staging');
    const promoted = await scene.db.stackRevision.create({
      data: {
        ...{
          projectId: environment.projectId,
          number: 2,
          composeText: text,
          imageDigests: imageDigests ?? {},
        },
        ...{ promotedFromId: first.id, variables: { VERSION: { value: 'of staging' } } },
      },
    });
    const done = await scene.finished(await scene.apply(staging, promoted.id, 'PROMOTION'));
    expect(done).toMatchObject({ status: 'SUCCEEDED', revisionId: promoted.id });
    const both = [await running(environment), await running(staging)];
    expect(both.map(({ image }) => image)).toEqual([ran, ran]);
    expect(both[0]?.env).toContain('VERSION=of the sandbox');
    expect(both[1]?.env).toContain('VERSION=of staging');
    expect(await revisions()).toBe(2);
  });
});

describe('a deployment of the saved file', () => {
  it('makes a successor of its revision when a tag names another image by now', async () => {
    const before = await moveTag('before');
    const first = await deploy(fileOf('1'));
    const after = await moveTag('after');
    const { number } = await scene.db.stackRevision.findUniqueOrThrow({ where: { id: first } });
    const again = await scene.finished(await scene.queue(environment, 'DEPLOY'));
    expect(again.status).toBe('SUCCEEDED');
    expect(again.revisionId).not.toBe(first);
    const successor = await scene.db.stackRevision.findUniqueOrThrow({
      where: { id: again.revisionId ?? '' },
    });
    expect(successor).toMatchObject({ number: number + 1, imageDigests: { app: after } });
    const old = await scene.db.stackRevision.findUniqueOrThrow({ where: { id: first } });
    expect(old.imageDigests).toEqual({ app: before });
  });
});
