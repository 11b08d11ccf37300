import { randomUUID } from 'node:crypto';
import { SECRET_MASK } from '@jalon/contracts';
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

const newName = () => `GLOBAL_${randomUUID().slice(0, 8).toUpperCase()}`;

async function setUp() {
  const engineer = await harness.person('ENGINEER');
  const { environmentId, slug, id } = await makeProject(harness, engineer);
  const caller = harness.callerOf(engineer);
  const admin = harness.callerOf(await harness.person('ADMIN'));
  const deploy = async () => {
    const { version } = await caller.stack.get({ projectId: id });
    await caller.deployment.deploy({ environmentId, stackVersion: version });
    await markDeployed(harness, environmentId);
  };
  return { caller, admin, environmentId, slug, deploy };
}

const find = async ({ admin }: Pick<Awaited<ReturnType<typeof setUp>>, 'admin'>, name: string) =>
  (await admin.variable.listGlobal()).find((variable) => variable.name === name);

describe("everybody's variables", () => {
  it('are set, read, changed and removed from no project in particular', async () => {
    const world = await setUp();
    const { admin, caller, environmentId } = world;
    const name = newName();
    await admin.variable.setGlobal({ name, value: 'first', secret: false });
    expect(await find(world, name)).toMatchObject({ name, value: 'first', secret: false });
    await admin.variable.setGlobal({ name, value: 'second', secret: false });
    const seen = await caller.variable.list({ environmentId });
    expect(seen.variables.find((variable) => variable.name === name)).toMatchObject({
      scope: 'GLOBAL',
      value: 'second',
    });
    await admin.variable.removeGlobal({ name });
    expect(await find(world, name)).toBeUndefined();
    expect(await codeOf(admin.variable.removeGlobal({ name }))).toBe('NOT_FOUND');
  });

  it('never give a secret back, nor take its mask for a value', async () => {
    const world = await setUp();
    const name = newName();
    await world.admin.variable.setGlobal({ name, value: 's3cret', secret: true });
    expect(await find(world, name)).toMatchObject({ secret: true, value: null });
    const row = await harness.db.variable.findFirstOrThrow({ where: { owner: 'global', name } });
    expect(row.value).toBeNull();
    expect(harness.cipher.open('global', name, row.ciphertext ?? '')).toBe('s3cret');
    const masked = world.admin.variable.setGlobal({ name, value: SECRET_MASK, secret: true });
    expect(await codeOf(masked)).toBe('VALIDATION');
    const named = world.admin.variable.setGlobal({ name: '1 bad', value: 'x', secret: false });
    expect(await codeOf(named)).toBe('VALIDATION');
    const after = await harness.db.variable.findFirstOrThrow({ where: { owner: 'global', name } });
    expect(after.ciphertext).toBe(row.ciphertext);
  });

  it("are an admin's, and stand in the audit log without their values", async () => {
    const { caller, admin } = await setUp();
    const name = newName();
    const business = harness.callerOf(await harness.person('BUSINESS'));
    for (const person of [caller, business]) {
      expect(await codeOf(person.variable.listGlobal())).toBe('FORBIDDEN');
      expect(await codeOf(person.variable.globalUse({ name }))).toBe('FORBIDDEN');
      expect(await codeOf(person.variable.setGlobal({ name, value: 'x', secret: false }))).toBe('FORBIDDEN');
      expect(await codeOf(person.variable.removeGlobal({ name }))).toBe('FORBIDDEN');
    }
    await admin.variable.setGlobal({ name, value: 's3cret', secret: true });
    await admin.variable.removeGlobal({ name });
    const events = await harness.db.auditEvent.findMany({
      where: { subjectType: 'setting', subjectId: 'variables', data: { path: ['name'], equals: name } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action, data }) => [action, data])).toEqual([
      ['variable.set', { name, secret: true, scope: 'GLOBAL' }],
      ['variable.removed', { name, scope: 'GLOBAL' }],
    ]);
  });
});

describe('where everybody’s variable counts', () => {
  it('is everywhere but where something nearer has one, and shows a change where a revision is deployed', async () => {
    const world = await setUp();
    const other = await setUp();
    const { admin, caller, environmentId, slug, deploy } = world;
    const name = newName();
    await admin.variable.setGlobal({ name, value: 'everybody', secret: false });
    await deploy();
    const before = (await find(world, name))?.use;
    const placeOf = async (of: string) =>
      (await admin.variable.globalUse({ name })).places.find((place) => place.project.slug === of);
    expect(await placeOf(slug)).toMatchObject({ environmentId, deployed: true, overriddenBy: null });
    expect(await placeOf(other.slug)).toMatchObject({ deployed: false, overriddenBy: null });

    await caller.variable.set({
      environmentId,
      name,
      scope: 'SERVICE',
      service: 'model',
      value: 'a',
      secret: false,
    });
    expect(await placeOf(slug)).toMatchObject({ overriddenBy: null, services: ['model'] });
    for (const scope of ['USE_CASE', 'PROJECT', 'ENVIRONMENT'] as const) {
      await caller.variable.set({ environmentId, name, scope, value: 'nearer', secret: false });
      expect(await placeOf(slug)).toMatchObject({ overriddenBy: scope });
    }
    const after = (await find(world, name))?.use;
    expect(after).toEqual({
      environments: (before?.environments ?? 0) - 1,
      projects: (before?.projects ?? 0) - 1,
      overridden: 1,
      deployed: (before?.deployed ?? 0) - 1,
    });
    const { places: _places, ...figures } = await admin.variable.globalUse({ name });
    expect(figures).toEqual(after);
  });

  it('says what setting one that is not there yet would do, and then just that is pending', async () => {
    const { admin, caller, environmentId, slug, deploy } = await setUp();
    const name = newName();
    await deploy();
    const { deployed, places } = await admin.variable.globalUse({ name });
    expect(deployed).toBeGreaterThanOrEqual(1);
    expect(places.find(({ project }) => project.slug === slug)).toMatchObject({ deployed: true });
    await admin.variable.setGlobal({ name, value: 'x', secret: false });
    expect((await caller.environment.pending({ environmentId })).variables).toContainEqual({
      name,
      change: 'ADDED',
    });
  });
});
