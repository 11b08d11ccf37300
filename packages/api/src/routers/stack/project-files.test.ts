import { findOpenDeployment, openRevision } from '@jalon/core/deployment-progress';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
  type DeliveryHarness,
  deliveryHarness,
  makeProject,
  markDeployed,
} from '../../testing/delivery-harness';
import { imageId, markObserved, markRan } from '../../testing/mark-ran';

let harness: DeliveryHarness;
beforeAll(async () => {
  harness = await deliveryHarness();
});
afterAll(() => harness.close());

const STACK = `services:
  web:
    image: web:1
    env_file: config/app.env
`;
const filesOf = (greeting: string) => ({ 'config/app.env': `GREETING=${greeting}\n` });

/** A project whose saved file, version 2, reads a greeting from a file of its own. */
async function setUp() {
  const engineer = await harness.person('ENGINEER');
  const { id: projectId, environmentId } = await makeProject(harness, engineer, 'services: {}\n');
  const caller = harness.callerOf(engineer);
  const save = (version: number, files?: Record<string, string>, composeText = STACK) =>
    caller.stack.save({ projectId, composeText, version, ...(files ? { files } : {}) });
  await save(1, filesOf('hello'));
  /** What the container of the deployment that waits would be given. */
  const greeting = async (id = environmentId) => {
    const open = await findOpenDeployment(harness.core, id);
    if (!open?.revision) throw new Error('no deployment waits');
    return openRevision(harness.cipher, id, open.revision).services.web?.environment.GREETING;
  };
  return { caller, projectId, environmentId, save, greeting };
}

describe('the files of a project', () => {
  it('are saved with the Compose file, stay where a save leaves them out, and are named in the audit log', async () => {
    const { caller, projectId, save } = await setUp();
    const composeText = `# ours\n${STACK}`;
    await save(2, undefined, composeText);
    const stack = await caller.stack.get({ projectId });
    expect(stack).toMatchObject({ version: 3, composeText, files: filesOf('hello'), problems: [] });
    await save(3, { ...filesOf('bonjour'), 'extra.txt': '' });
    const events = await harness.db.auditEvent.findMany({
      where: { projectId, action: 'stack.saved' },
      orderBy: { id: 'asc' },
      select: { data: true },
    });
    expect(events.map(({ data }) => data)).toEqual([
      { version: 2, files: [{ path: 'config/app.env', change: 'ADDED' }] },
      { version: 3 },
      {
        version: 4,
        files: [
          { path: 'config/app.env', change: 'CHANGED' },
          { path: 'extra.txt', change: 'ADDED' },
        ],
      },
    ]);
  });

  it('are not saved over somebody else’s, nor without what the Compose file names', async () => {
    const { caller, projectId, save } = await setUp();
    expect(await codeOf(save(1, filesOf('bonjour')))).toBe('STALE_VERSION');
    await expect(save(2, {})).rejects.toMatchObject({
      data: { code: 'COMPOSE_INVALID', details: [{ message: expect.stringContaining('config/app.env') }] },
    });
    await expect(save(2, { 'config/app.env': 'not a line\n' })).rejects.toMatchObject({
      data: { code: 'COMPOSE_INVALID', details: [{ file: 'config/app.env', line: 1 }] },
    });
    expect(await caller.stack.get({ projectId })).toMatchObject({ version: 2, files: filesOf('hello') });
  });

  it.each(['../app.env', '/etc/app.env', 'C:/app.env', 'a\\b', 'a//b', 'compose.yaml', 'a\u0000b'])(
    'refuses the path %j by its rule, and keeps what was there',
    async (path) => {
      const { caller, projectId, save } = await setUp();
      await expect(save(2, { ...filesOf('bonjour'), [path]: '' })).rejects.toMatchObject({
        data: { code: 'VALIDATION' },
        message: expect.stringContaining('cannot be a file of the project'),
      });
      expect(await caller.stack.get({ projectId })).toMatchObject({ version: 2, files: filesOf('hello') });
    },
  );

  it('may be changed by nobody else than the Compose file', async () => {
    const { projectId } = await setUp();
    const business = harness.callerOf(await harness.person('BUSINESS'));
    const save = business.stack.save({ projectId, composeText: STACK, version: 2, files: filesOf('x') });
    expect(await codeOf(save)).toBe('FORBIDDEN');
  });

  it('are checked as they are typed, or as they are saved', async () => {
    const { caller, projectId } = await setUp();
    const check = (files?: Record<string, string>) =>
      caller.stack.check({ projectId, composeText: STACK, ...(files ? { files } : {}) });
    expect((await check()).problems).toEqual([]);
    expect((await check({})).problems).toMatchObject([{ line: 4 }]);
    expect((await caller.stack.get({ projectId })).files).toEqual(filesOf('hello'));
  });

  it('are part of the revision: a deployment reads them, a roll back reads the old ones, a promotion takes them', async () => {
    const { caller, projectId, environmentId, save, greeting } = await setUp();
    await caller.deployment.deploy({ environmentId, stackVersion: 2 });
    expect(await greeting()).toBe('hello');
    await markRan(harness, environmentId, { web: imageId('a') });
    const { version } = await save(2, filesOf('bonjour'));
    expect(await caller.environment.pending({ environmentId })).toMatchObject({
      revision: 1,
      file: [
        { part: 'SERVICE', name: 'web', change: 'CHANGED' },
        { part: 'FILE', name: 'config/app.env', change: 'CHANGED' },
      ],
      count: 2,
    });
    expect((await caller.deployment.deploy({ environmentId, stackVersion: version })).revision).toBe(2);
    expect(await greeting()).toBe('bonjour');
    await markRan(harness, environmentId, { web: imageId('a') });
    await markObserved(harness, environmentId, { 'web:1': imageId('a'), [imageId('a')]: imageId('a') });
    expect((await caller.environment.pending({ environmentId })).count).toBe(0);

    expect((await caller.revision.get({ projectId, number: 1 })).files).toEqual(filesOf('hello'));
    const comparison = await caller.revision.compare({ projectId, from: 1, to: 2 });
    expect(comparison.file.filter(({ kind }) => kind === 'CHANGED')).toEqual([]);
    expect(comparison.files).toMatchObject([
      {
        path: 'config/app.env',
        change: 'CHANGED',
        rows: [{ left: { text: 'GREETING=hello' }, right: { text: 'GREETING=bonjour' } }],
      },
    ]);

    await caller.revision.rollBack({ environmentId, number: 1 });
    expect(await greeting()).toBe('hello');
    await markDeployed(harness, environmentId);
    expect((await caller.stack.get({ projectId })).files).toEqual(filesOf('bonjour'));
    const { hostId } = await harness.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
    const { id } = await caller.environment.create({
      projectId,
      kind: 'STAGING',
      slug: 'staging',
      hostId,
      copyFromId: environmentId,
    });
    await caller.revision.promote({ environmentId: id, fromEnvironmentId: environmentId, number: 1 });
    expect(await greeting(id)).toBe('hello');
  });

  it('of a stored revision never change', async () => {
    const { caller, projectId, environmentId } = await setUp();
    await caller.deployment.deploy({ environmentId, stackVersion: 2 });
    const change = harness.db.stackRevision.updateMany({ where: { projectId }, data: { files: {} } });
    await expect(change).rejects.toThrow(/immutable/);
  });
});
