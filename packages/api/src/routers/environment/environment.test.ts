import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
  type DeliveryHarness,
  deliveryHarness,
  makeProject,
  markDeployed,
} from '../../testing/delivery-harness';

let harness: DeliveryHarness;
beforeAll(async () => {
  harness = await deliveryHarness();
});
afterAll(() => harness.close());

const STACK = `services:
  web:
    image: web:1
    ports: ["127.0.0.1:\${MODEL_PORT:-18080}:80"]
    environment:
      PASSWORD: "\${DATABASE_PASSWORD:?set it}"
      TOKEN: "\${API_TOKEN:?set it}"
      LEVEL: "\${LEVEL:-info}"
`;

async function setUp() {
  const engineer = await harness.person('ENGINEER');
  const { id: projectId, environmentId, slug } = await makeProject(harness, engineer, STACK);
  const caller = harness.callerOf(engineer);
  const { hostId } = await harness.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
  const set = (name: string, value: string, secret = false) =>
    caller.variable.set({ environmentId, name, value, secret });
  await set('LEVEL', 'debug');
  await set('MODEL_PORT', '18999');
  await set('DATABASE_PASSWORD', 'first', true);
  await set('API_TOKEN', 'of a person', true);
  const add = (input: { slug?: string; copyFromId?: string | null; modelPort?: number }) =>
    caller.environment.create({
      projectId,
      kind: 'STAGING',
      slug: 'staging',
      hostId,
      copyFromId: null,
      ...input,
    });
  return { engineer, caller, projectId, environmentId, hostId, slug, add };
}

describe('environment.create', () => {
  it('copies plain values, makes generated secrets anew, and never copies a secret of a person', async () => {
    const { caller, projectId, environmentId, add } = await setUp();
    const draft = await caller.environment.draft({ projectId, copyFromId: environmentId });
    expect(draft).toMatchObject({
      copied: ['LEVEL'],
      generated: ['DATABASE_PASSWORD'],
      missing: ['API_TOKEN'],
    });
    expect(draft.modelPort).not.toBeNull();
    const created = await add({ copyFromId: environmentId, modelPort: 19_001 });
    expect(created).toMatchObject({ ...draft, slug: 'staging', modelPort: 19_001 });
    const { variables, missing } = await caller.variable.list({ environmentId: created.id });
    expect(missing).toEqual(['API_TOKEN']);
    expect(variables.map(({ name, value, secret }) => ({ name, value, secret }))).toEqual([
      { name: 'DATABASE_PASSWORD', value: null, secret: true },
      { name: 'LEVEL', value: 'debug', secret: false },
      { name: 'MODEL_PORT', value: '19001', secret: false },
    ]);
    const stored = await harness.db.variable.findFirstOrThrow({
      where: { environmentId: created.id, name: 'DATABASE_PASSWORD' },
    });
    const opened = harness.cipher.open(created.id, 'DATABASE_PASSWORD', stored.ciphertext ?? '');
    expect(opened).not.toBe('first');
    expect(opened.length).toBeGreaterThan(20);
  });

  it('proposes a port that no environment has', async () => {
    const { caller, projectId, environmentId, add } = await setUp();
    const { modelPort } = await caller.environment.draft({ projectId, copyFromId: environmentId });
    const created = await add({ copyFromId: environmentId });
    expect(created.modelPort).toBe(modelPort);
    const next = await caller.environment.draft({ projectId, copyFromId: environmentId });
    expect(next.modelPort).not.toBe(modelPort);
  });

  it('stands beside the first, in order, and says so in the audit log', async () => {
    const { caller, slug, add } = await setUp();
    const { id } = await add({});
    const { environments } = await caller.project.get({ slug });
    expect(environments.map((environment) => environment.slug)).toEqual(['sandbox', 'staging']);
    expect(environments[1]).toMatchObject({ kind: 'STAGING', state: 'NOT_DEPLOYED', revision: null });
    const event = await harness.db.auditEvent.findFirstOrThrow({ where: { subjectId: id } });
    expect(event).toMatchObject({ action: 'environment.created' });
    expect(JSON.stringify(event.data)).not.toContain('debug');
  });

  it('refuses a name that is taken, here or as a prefix of the names on the host', async () => {
    const { engineer, slug, add } = await setUp();
    await add({ slug: 'pre-sandbox' });
    expect(await codeOf(add({ slug: 'pre-sandbox' }))).toBe('CONFLICT');
    const useCaseId = await harness.useCase(engineer.userId);
    const other = `${slug}-pre`;
    const open = harness
      .callerOf(engineer)
      .project.create({ useCaseId, name: other, slug: other, start: { kind: 'EMPTY' } });
    expect(await codeOf(open)).toBe('CONFLICT');
  });

  it('finds no host and no source that are not there, nor one of another project', async () => {
    const { caller, projectId, add } = await setUp();
    const other = await setUp();
    expect(await codeOf(add({ copyFromId: other.environmentId }))).toBe('NOT_FOUND');
    expect(await codeOf(caller.environment.draft({ projectId, copyFromId: other.environmentId }))).toBe(
      'NOT_FOUND',
    );
    const nowhere = caller.environment.create({
      projectId,
      kind: 'STAGING',
      slug: 'staging',
      hostId: randomUUID(),
      copyFromId: null,
    });
    expect(await codeOf(nowhere)).toBe('NOT_FOUND');
  });
});

describe('a page about one environment', () => {
  it('reads the file with its variables, and lists its own runs', async () => {
    const { caller, projectId, environmentId, add } = await setUp();
    const { id } = await add({});
    const missingIn = async (environment?: string) =>
      (await caller.stack.get({ projectId, environmentId: environment })).missingVariables;
    expect(await missingIn()).toEqual([]);
    expect(await missingIn(environmentId)).toEqual([]);
    expect(await missingIn(id)).toEqual(['API_TOKEN']);
    const other = await setUp();
    expect(await missingIn(other.environmentId)).toEqual(['DATABASE_PASSWORD', 'API_TOKEN']);
    const check = await caller.stack.check({ projectId, environmentId: id, composeText: STACK });
    expect(check.missingVariables).toEqual(['API_TOKEN']);
    for (const environment of [environmentId, id]) {
      await harness.db.run.create({
        data: { environmentId: environment, number: 1, service: 'train', job: 'train' },
      });
    }
    expect((await caller.run.list({ projectId })).runs).toHaveLength(2);
    expect((await caller.run.list({ projectId, environmentId: id })).runs).toMatchObject([
      { environmentId: id },
    ]);
  });
});

describe('environment.remove', () => {
  it('refuses the last one, one that is deployed and one that is busy; needs the name', async () => {
    const { caller, environmentId, add } = await setUp();
    const remove = (id: string, slug: string) => caller.environment.remove({ environmentId: id, slug });
    const removal = (id: string) => caller.environment.removal({ environmentId: id });
    expect(await removal(environmentId)).toMatchObject({ blockedBy: 'LAST', variables: 4 });
    expect(await codeOf(remove(environmentId, 'sandbox'))).toBe('CONFLICT');
    const { id } = await add({});
    expect(await codeOf(remove(id, 'sandbox'))).toBe('VALIDATION');
    const run = await harness.db.run.create({
      data: { environmentId: id, number: 1, service: 'train', job: 'train' },
    });
    expect(await removal(id)).toMatchObject({ blockedBy: 'BUSY', runs: 1 });
    expect(await codeOf(remove(id, 'staging'))).toBe('CONFLICT');
    await harness.db.run.update({ where: { id: run.id }, data: { status: 'SUCCEEDED' } });
    await harness.db.environment.update({ where: { id }, data: { desiredState: 'STOPPED' } });
    expect(await removal(id)).toMatchObject({ blockedBy: 'DEPLOYED' });
    expect(await codeOf(remove(id, 'staging'))).toBe('CONFLICT');
  });

  it('takes variables, deployments and runs; names the volumes that stay; keeps revisions and model versions', async () => {
    const { caller, projectId, environmentId, slug, add } = await setUp();
    await add({});
    const { version } = await caller.stack.get({ projectId });
    await caller.deployment.deploy({ environmentId, stackVersion: version });
    await markDeployed(harness, environmentId);
    const run = await harness.db.run.create({
      data: { environmentId, number: 1, service: 'train', job: 'train', status: 'SUCCEEDED' },
    });
    await harness.db.modelVersion.create({
      data: {
        ...{ projectId, number: 1, runId: run.id, name: 'model', image: 'a', artifact: 'b', sha256: 'c' },
        ...{ trainingData: {}, metrics: {}, report: {} },
      },
    });
    const observed = { containers: [], networks: [], volumes: [{ name: `${slug}-sandbox_raw`, key: 'raw' }] };
    await harness.db.environment.update({
      where: { id: environmentId },
      data: { desiredState: 'REMOVED', currentRevisionId: null, observed },
    });
    const removed = await caller.environment.remove({ environmentId, slug: 'sandbox' });
    expect(removed).toMatchObject({ deployments: 1, runs: 1, volumes: [`${slug}-sandbox_raw`] });
    const { environments } = await caller.project.get({ slug });
    expect(environments.map((environment) => environment.slug)).toEqual(['staging']);
    expect(await harness.db.stackRevision.findFirst({ where: { projectId } })).toMatchObject({
      environmentId,
      environmentSlug: 'sandbox',
    });
    const [model] = await caller.model.versions({ projectId });
    expect(model).toMatchObject({ number: 1, runId: null });
    const event = await harness.db.auditEvent.findFirst({
      where: { subjectId: environmentId, action: 'environment.removed' },
    });
    expect(event?.data).toMatchObject({ slug: 'sandbox', volumesLeft: [`${slug}-sandbox_raw`] });
  });
});
