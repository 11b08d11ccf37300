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

const stackOf = (greeting: string) => `services:
  web:
    image: web:1
    environment:
      GREETING: ${greeting}
      COLOUR: "\${COLOUR:-grey}"
      PASSWORD: "\${PASSWORD:-none}"
`;

/** A project whose sandbox ran revisions 1 (hello, blue) and 2 (bonjour, red), each with its image. */
async function setUp() {
  const engineer = await harness.person('ENGINEER');
  const { id: projectId, environmentId, owner } = await makeProject(harness, engineer, stackOf('hello'));
  const caller = harness.callerOf(engineer);
  const set = (name: string, value: string, secret = false, environment = environmentId) =>
    caller.variable.set({ environmentId: environment, name, value, secret });
  await set('COLOUR', 'blue');
  await set('PASSWORD', 'one', true);
  await caller.deployment.deploy({ environmentId, stackVersion: 1, note: 'first' });
  await markRan(harness, environmentId, { web: imageId('a') });
  const { version } = await caller.stack.save({ projectId, composeText: stackOf('bonjour'), version: 1 });
  await set('COLOUR', 'red');
  await caller.deployment.deploy({ environmentId, stackVersion: version, note: 'second' });
  await markRan(harness, environmentId, { web: imageId('b') });
  await markObserved(harness, environmentId, {
    'web:1': imageId('b'),
    [imageId('a')]: imageId('a'),
    [imageId('b')]: imageId('b'),
  });
  const { hostId } = await harness.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
  const addStaging = (host = hostId) =>
    caller.environment.create({
      projectId,
      kind: 'STAGING',
      slug: 'staging',
      hostId: host,
      copyFromId: environmentId,
    });
  return { engineer, owner, caller, projectId, environmentId, set, version, addStaging };
}

describe('revision.list and revision.get', () => {
  it('say where a revision came from and who stands on it', async () => {
    const { caller, projectId, environmentId } = await setUp();
    const list = await caller.revision.list({ projectId });
    expect(list).toMatchObject([
      { number: 2, environment: 'sandbox', note: 'second', currentIn: ['sandbox'], ran: true },
      { number: 1, environment: 'sandbox', note: 'first', currentIn: [], ran: true },
    ]);
    expect(await caller.revision.list({ projectId, before: 2 })).toMatchObject([{ number: 1 }]);
    const revision = await caller.revision.get({ projectId, number: 1 });
    expect(revision).toMatchObject({
      environmentId,
      composeText: stackOf('hello'),
      images: [{ service: 'web', image: imageId('a') }],
      variables: [
        { name: 'COLOUR', secret: false, value: 'blue' },
        { name: 'PASSWORD', secret: true, value: null },
      ],
      deployments: [{ number: 1, source: 'FILE' }],
    });
    expect(await codeOf(caller.revision.get({ projectId, number: 9 }))).toBe('NOT_FOUND');
  });

  it('shows no value to who may not read configuration', async () => {
    const { owner, projectId } = await setUp();
    const caller = harness.callerOf(owner);
    const { variables } = await caller.revision.get({ projectId, number: 1 });
    expect(variables.map(({ name, value }) => [name, value])).toEqual([
      ['COLOUR', null],
      ['PASSWORD', null],
    ]);
    const comparison = await caller.revision.compare({ projectId, from: 1, to: 2 });
    expect(comparison.variables).toMatchObject([{ name: 'COLOUR', change: 'CHANGED', from: null, to: null }]);
  });
});

describe('revision.compare', () => {
  it('shows the file line by line, variables that changed, images', async () => {
    const { caller, projectId } = await setUp();
    const comparison = await caller.revision.compare({ projectId, from: 1, to: 2 });
    expect(comparison).toMatchObject({
      from: { number: 1, note: 'first' },
      to: { number: 2, note: 'second' },
      variables: [{ name: 'COLOUR', change: 'CHANGED', secret: false, from: 'blue', to: 'red' }],
      sameVariables: 1,
      images: [{ service: 'web', from: imageId('a'), to: imageId('b') }],
      sameImages: 0,
    });
    const changed = comparison.file.filter((row) => row.kind === 'CHANGED');
    expect(changed).toEqual([
      {
        kind: 'CHANGED',
        left: { line: 5, text: '      GREETING: hello' },
        right: { line: 5, text: '      GREETING: bonjour' },
      },
    ]);
  });

  it('tells by its value whether a secret changed, sealed anew or for another environment, and never shows it', async () => {
    const { caller, projectId, environmentId, set, version, addStaging } = await setUp();
    await set('PASSWORD', 'one', true);
    await caller.deployment.deploy({ environmentId, stackVersion: version, note: 'sealed anew' });
    const again = await caller.revision.compare({ projectId, from: 2, to: 3 });
    expect(again).toMatchObject({ variables: [], sameVariables: 2 });
    await set('PASSWORD', 's3cret-two', true);
    await caller.deployment.deploy({ environmentId, stackVersion: version });
    const other = await caller.revision.compare({ projectId, from: 3, to: 4 });
    expect(other.variables).toEqual([
      { name: 'PASSWORD', change: 'CHANGED', secret: true, from: null, to: null },
    ]);
    expect(JSON.stringify(other)).not.toContain('s3cret-two');
    const { id } = await addStaging();
    await set('PASSWORD', 's3cret-two', true, id);
    await caller.deployment.deploy({ environmentId: id, stackVersion: version });
    const across = await caller.revision.compare({ projectId, from: 4, to: 5 });
    expect(across).toMatchObject({ variables: [], sameVariables: 2, to: { environment: 'staging' } });
  });
});

describe('revision.rollBack', () => {
  it('plans with the images and variables of that revision, and leaves the saved file alone', async () => {
    const { caller, projectId, environmentId, version } = await setUp();
    const preview = await caller.revision.previewRollBack({ environmentId, number: 1 });
    expect(preview).toMatchObject({ number: 1, deployable: true, absentImages: [], missingVariables: [] });
    const create = preview.operations.find(({ kind }) => kind === 'CREATE_CONTAINER');
    expect(create?.service).toBe('web');
    expect(preview.operations.some(({ kind }) => kind === 'PULL_IMAGE')).toBe(false);
    const deployment = await caller.revision.rollBack({ environmentId, number: 1 });
    expect(deployment).toMatchObject({ number: 3, action: 'DEPLOY', source: 'ROLL_BACK', revision: 1 });
    expect(await caller.stack.get({ projectId })).toMatchObject({ version, composeText: stackOf('bonjour') });
    const event = await harness.db.auditEvent.findFirstOrThrow({ where: { subjectId: deployment.id } });
    expect(event.data).toMatchObject({ source: 'ROLL_BACK', revision: 1, from: 2, environment: 'sandbox' });
  });

  it('says which image was gone when the host was last looked at', async () => {
    const { caller, environmentId } = await setUp();
    await markObserved(harness, environmentId, { 'web:1': imageId('b'), [imageId('b')]: imageId('b') });
    const preview = await caller.revision.previewRollBack({ environmentId, number: 1 });
    expect(preview.absentImages).toEqual([{ service: 'web', image: 'web:1 (sha256:aaaaaaaaaaaa)' }]);
  });

  it('refuses a revision that never ran there, one of another environment, and one that is not there', async () => {
    const { caller, environmentId, version, set, addStaging } = await setUp();
    await set('COLOUR', 'green');
    await caller.deployment.deploy({ environmentId, stackVersion: version });
    expect(await codeOf(caller.revision.rollBack({ environmentId, number: 3 }))).toBe('CONFLICT');
    const { id } = await addStaging();
    const foreign = caller.revision.rollBack({ environmentId: id, number: 1 });
    await expect(foreign).rejects.toThrow(/made for sandbox/);
    expect(await codeOf(caller.revision.previewRollBack({ environmentId: id, number: 1 }))).toBe('CONFLICT');
    expect(await codeOf(caller.revision.rollBack({ environmentId, number: 99 }))).toBe('NOT_FOUND');
  });
});

describe('revision.promote', () => {
  it('takes file and images of one environment and the variables of the other', async () => {
    const { caller, projectId, environmentId, set, addStaging } = await setUp();
    const { id } = await addStaging();
    await set('COLOUR', 'white', false, id);
    await set('PASSWORD', 'of staging', true, id);
    const input = { environmentId: id, fromEnvironmentId: environmentId };
    const preview = await caller.revision.previewPromotion(input);
    expect(preview).toMatchObject({ number: 2, from: 'sandbox', to: 'staging', deployable: true });
    const deployment = await caller.revision.promote({ ...input, number: 2, note: 'ready' });
    expect(deployment).toMatchObject({ number: 1, source: 'PROMOTION', revision: 3, environment: 'staging' });
    const revision = await caller.revision.get({ projectId, number: 3 });
    expect(revision).toMatchObject({
      environment: 'staging',
      note: 'ready',
      composeText: stackOf('bonjour'),
      promotedFrom: { number: 2, environment: 'sandbox' },
      images: [{ service: 'web', image: imageId('b') }],
    });
    expect(revision.variables[0]).toEqual({ name: 'COLOUR', secret: false, value: 'white' });
    const stored = await harness.db.stackRevision.findFirstOrThrow({ where: { projectId, number: 3 } });
    const { PASSWORD } = stored.variables as { PASSWORD: { ciphertext: string } };
    expect(harness.cipher.open(id, 'PASSWORD', PASSWORD.ciphertext)).toBe('of staging');
    const event = await harness.db.auditEvent.findFirstOrThrow({ where: { subjectId: deployment.id } });
    expect(event.data).toMatchObject({
      source: 'PROMOTION',
      promotedFrom: { environment: 'sandbox', revision: 2 },
    });
    const again = await caller.revision.promote({ ...input, number: 2, note: 'ready' });
    expect(again.revision).toBe(3);
  });

  it('names the variables that the other environment lacks', async () => {
    const { caller, projectId, environmentId, set, addStaging } = await setUp();
    const { version } = await caller.stack.get({ projectId });
    const composeText = stackOf('hola').replace('PASSWORD:-none', 'PASSWORD:?set it');
    const saved = await caller.stack.save({ projectId, composeText, version });
    await caller.deployment.deploy({ environmentId, stackVersion: saved.version });
    await markDeployed(harness, environmentId);
    const { id } = await addStaging();
    const input = { environmentId: id, fromEnvironmentId: environmentId };
    const preview = await caller.revision.previewPromotion(input);
    expect(preview).toMatchObject({ missingVariables: ['PASSWORD'], deployable: false });
    expect(await codeOf(caller.revision.promote({ ...input, number: 3 }))).toBe('VARIABLE_MISSING');
    await set('PASSWORD', 'there now', true, id);
    expect(await codeOf(caller.revision.promote({ ...input, number: 3 }))).toBeNull();
  });

  it('refuses what was not reviewed, what does not run, itself, and another project', async () => {
    const { caller, environmentId, addStaging } = await setUp();
    const other = await setUp();
    const { id } = await addStaging();
    const input = { environmentId: id, fromEnvironmentId: environmentId };
    expect(await codeOf(caller.revision.promote({ ...input, number: 1 }))).toBe('STALE_VERSION');
    const back = { environmentId, fromEnvironmentId: id };
    expect(await codeOf(caller.revision.previewPromotion(back))).toBe('CONFLICT');
    const self = { environmentId, fromEnvironmentId: environmentId };
    expect(await codeOf(caller.revision.previewPromotion(self))).toBe('VALIDATION');
    const foreign = { environmentId: id, fromEnvironmentId: other.environmentId };
    expect(await codeOf(caller.revision.previewPromotion(foreign))).toBe('NOT_FOUND');
    const admin = harness.callerOf(await harness.person('ADMIN'));
    expect(await codeOf(admin.revision.promote({ ...foreign, number: 2 }))).toBe('NOT_FOUND');
  });

  it('says what another host cannot pull, and lets through what has a digest', async () => {
    const { caller, projectId, environmentId, addStaging } = await setUp();
    const host = await harness.db.dockerHost.create({
      data: { name: `far ${projectId}`, endpoint: 'unix:///far.sock' },
    });
    const { id } = await addStaging(host.id);
    const input = { environmentId: id, fromEnvironmentId: environmentId };
    const preview = await caller.revision.previewPromotion(input);
    expect(preview).toMatchObject({
      deployable: false,
      unreachableImages: [{ service: 'web', image: 'web:1' }],
    });
    const refused = caller.revision.promote({ ...input, number: 2 });
    await expect(refused).rejects.toMatchObject({ data: { code: 'CONFLICT' } });
    const { version } = await caller.stack.get({ projectId });
    const composeText = stackOf('hello').replace('web:1', `registry.test/web@${imageId('c')}`);
    const saved = await caller.stack.save({ projectId, composeText, version });
    await caller.deployment.deploy({ environmentId, stackVersion: saved.version });
    await markDeployed(harness, environmentId);
    expect(await caller.revision.previewPromotion(input)).toMatchObject({
      deployable: true,
      unreachableImages: [],
    });
    expect(await codeOf(caller.revision.promote({ ...input, number: 3 }))).toBeNull();
  });
});
