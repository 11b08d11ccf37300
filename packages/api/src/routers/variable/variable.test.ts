import { randomUUID } from 'node:crypto';
import { SECRET_MASK } from '@jalon/contracts';
import { openVariables, readVariableSnapshot } from '@jalon/core/variable';
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

async function setUp() {
  const engineer = await harness.person('ENGINEER');
  const { environmentId, id } = await makeProject(harness, engineer);
  return { caller: harness.callerOf(engineer), environmentId, projectId: id };
}

describe('variables', () => {
  it('keeps a secret as ciphertext and never gives it back', async () => {
    const { caller, environmentId } = await setUp();
    await caller.variable.set({ environmentId, name: 'TOKEN', value: 's3cret-value', secret: true });
    await caller.variable.set({ environmentId, name: 'COLOUR', value: 'blue', secret: false });
    const list = await caller.variable.list({ environmentId });
    expect(list.variables.map(({ name, value }) => [name, value])).toEqual([
      ['COLOUR', 'blue'],
      ['TOKEN', null],
    ]);
    const row = await harness.db.variable.findFirstOrThrow({ where: { environmentId, name: 'TOKEN' } });
    expect(row.value).toBeNull();
    expect(row.ciphertext).not.toContain('s3cret');
    const audit = await harness.db.auditEvent.findMany({ where: { subjectId: environmentId } });
    expect(JSON.stringify(audit.map((event) => event.data))).not.toContain('s3cret');
  });

  it('gives the worker, and only it, the value back', async () => {
    const { caller, environmentId, projectId } = await setUp();
    await caller.variable.set({ environmentId, name: 'TOKEN', value: 's3cret-value', secret: true });
    const { version } = await caller.stack.get({ projectId });
    await caller.deployment.deploy({ environmentId, stackVersion: version });
    const revision = await harness.db.stackRevision.findFirstOrThrow({ where: { projectId } });
    expect(JSON.stringify(revision.variables)).not.toContain('s3cret');
    const snapshot = readVariableSnapshot(revision.variables);
    expect(openVariables(harness.cipher, environmentId, snapshot)).toEqual({ TOKEN: 's3cret-value' });
  });

  it('can never save a masked value back', async () => {
    const { caller, environmentId } = await setUp();
    for (const value of [SECRET_MASK, '••••', '*****']) {
      const call = caller.variable.set({ environmentId, name: 'TOKEN', value, secret: true });
      expect(await codeOf(call)).toBe('VALIDATION');
    }
    expect(await harness.db.variable.count({ where: { environmentId } })).toBe(0);
  });

  it('shows which ones changed since the deployment', async () => {
    const { caller, environmentId, projectId } = await setUp();
    await caller.variable.set({ environmentId, name: 'COLOUR', value: 'blue', secret: false });
    await caller.variable.set({ environmentId, name: 'SIZE', value: 'L', secret: false });
    const { version } = await caller.stack.get({ projectId });
    await caller.deployment.deploy({ environmentId, stackVersion: version });
    await markDeployed(harness, environmentId);
    await caller.variable.set({ environmentId, name: 'COLOUR', value: 'red', secret: false });
    const { variables } = await caller.variable.list({ environmentId });
    expect(variables.map(({ name, pending }) => [name, pending])).toEqual([
      ['COLOUR', true],
      ['SIZE', false],
    ]);
  });

  it('refuses a name that is none, and removes only what exists', async () => {
    const { caller, environmentId } = await setUp();
    const bad = caller.variable.set({ environmentId, name: '1-bad name', value: 'x', secret: false });
    expect(await codeOf(bad)).toBe('VALIDATION');
    expect(await codeOf(caller.variable.remove({ environmentId, name: 'GONE' }))).toBe('NOT_FOUND');
    await caller.variable.set({ environmentId, name: 'HERE', value: 'x', secret: false });
    await caller.variable.remove({ environmentId, name: 'HERE' });
    expect((await caller.variable.list({ environmentId })).variables).toEqual([]);
  });
});

/** Three scopes and a service's own, set from the widest on. */
async function setScopes() {
  const made = await setUp();
  const { caller, environmentId } = made;
  const admin = harness.callerOf(await harness.person('ADMIN'));
  const name = `SCOPED_${randomUUID().slice(0, 8).toUpperCase()}`;
  const plain = { environmentId, name, secret: false };
  await admin.variable.set({ ...plain, scope: 'GLOBAL', value: 'everybody' });
  await caller.variable.set({ ...plain, scope: 'USE_CASE', value: 'use case' });
  await caller.variable.set({ ...plain, scope: 'PROJECT', value: 'project' });
  await caller.variable.set({ ...plain, value: 'environment' });
  await caller.variable.set({ ...plain, scope: 'SERVICE', service: 'model', value: 'model' });
  const seen = async () => {
    const { variables } = await caller.variable.list({ environmentId });
    return variables.filter((variable) => variable.name === name);
  };
  return { ...made, admin, name, seen };
}

describe('variables by scope', () => {
  it('lets the nearest win, and says what it overrides', async () => {
    const { seen } = await setScopes();
    const wider = [
      ['PROJECT', 'project'],
      ['USE_CASE', 'use case'],
      ['GLOBAL', 'everybody'],
    ];
    const shown = (await seen()).map(({ service, scope, value, overrides }) => [
      service,
      scope,
      value,
      overrides.map((other) => [other.scope, other.value]),
    ]);
    expect(shown).toEqual([
      [null, 'ENVIRONMENT', 'environment', wider],
      ['model', 'SERVICE', 'model', [['ENVIRONMENT', 'environment'], ...wider]],
    ]);
  });

  it('lets the next wider one count again when the nearest is removed', async () => {
    const { caller, environmentId, name, seen } = await setScopes();
    await caller.variable.remove({ environmentId, name });
    expect((await seen())[0]).toMatchObject({ scope: 'PROJECT', value: 'project' });
    await caller.variable.remove({ environmentId, name, scope: 'PROJECT' });
    expect((await seen())[0]).toMatchObject({ scope: 'USE_CASE', overrides: [{ scope: 'GLOBAL' }] });
    const again = caller.variable.remove({ environmentId, name, scope: 'PROJECT' });
    expect(await codeOf(again)).toBe('NOT_FOUND');
  });

  it("is an admin's alone for everybody, and holds in every project then", async () => {
    const { caller, environmentId, admin, name } = await setScopes();
    const place = { environmentId, name, scope: 'GLOBAL' } as const;
    expect(await codeOf(caller.variable.set({ ...place, value: 'x', secret: false }))).toBe('FORBIDDEN');
    expect(await codeOf(caller.variable.remove(place))).toBe('FORBIDDEN');
    const other = await setUp();
    const { variables } = await other.caller.variable.list({ environmentId: other.environmentId });
    expect(variables.filter((variable) => variable.name === name)).toMatchObject([
      { scope: 'GLOBAL', value: 'everybody' },
    ]);
    await admin.variable.remove(place);
    const after = await other.caller.variable.list({ environmentId: other.environmentId });
    expect(after.variables.map((variable) => variable.name)).not.toContain(name);
  });

  it('seals a secret for its scope and name, and gives none back at any scope', async () => {
    const { caller, environmentId, projectId } = await setUp();
    const places = [
      { scope: 'USE_CASE' },
      { scope: 'PROJECT' },
      { scope: 'SERVICE', service: 'model' },
    ] as const;
    for (const place of places) {
      await caller.variable.set({
        environmentId,
        name: 'TOKEN',
        ...place,
        value: `s3cret-${place.scope}`,
        secret: true,
      });
    }
    const list = await caller.variable.list({ environmentId });
    expect(JSON.stringify(list)).not.toContain('s3cret');
    const [ofProject, ofService] = await Promise.all(
      [{ projectId }, { environmentId }].map((where) => harness.db.variable.findFirstOrThrow({ where })),
    );
    expect(() => harness.cipher.open(ofService?.owner ?? '', 'TOKEN', ofProject?.ciphertext ?? '')).toThrow();
    expect(harness.cipher.open(`project:${projectId}`, 'TOKEN', ofProject?.ciphertext ?? '')).toBe(
      's3cret-PROJECT',
    );
    const masked = {
      environmentId,
      name: 'TOKEN',
      scope: 'PROJECT',
      value: SECRET_MASK,
      secret: true,
    } as const;
    expect(await codeOf(caller.variable.set(masked))).toBe('VALIDATION');
  });

  it('names a service that the file has, for the scope of a service and no other', async () => {
    const { caller, environmentId } = await setUp();
    const plain = { environmentId, name: 'A', value: 'b', secret: false };
    expect((await caller.variable.list({ environmentId })).services).toEqual(['model', 'train']);
    for (const place of [
      { scope: 'SERVICE' },
      { scope: 'SERVICE', service: 'nobody' },
      { scope: 'PROJECT', service: 'model' },
    ] as const) {
      expect(await codeOf(caller.variable.set({ ...plain, ...place }))).toBe('VALIDATION');
    }
  });

  it('counts every scope as not yet deployed, and a revision keeps what counted', async () => {
    const { caller, environmentId, projectId, name } = await setScopes();
    await caller.variable.set({
      environmentId,
      name: 'TOKEN',
      scope: 'PROJECT',
      value: 's3cret',
      secret: true,
    });
    const { version } = await caller.stack.get({ projectId });
    await caller.deployment.deploy({ environmentId, stackVersion: version });
    await markDeployed(harness, environmentId);
    expect((await caller.environment.pending({ environmentId })).count).toBe(0);
    await caller.variable.set({
      environmentId,
      name: 'TOKEN',
      scope: 'PROJECT',
      value: 'another',
      secret: true,
    });
    const model = { environmentId, name, scope: 'SERVICE', service: 'model' } as const;
    await caller.variable.set({ ...model, value: 'changed', secret: false });
    await caller.variable.set({ environmentId, name, scope: 'USE_CASE', value: 'overridden', secret: false });
    expect((await caller.environment.pending({ environmentId })).variables).toEqual([
      { name: 'TOKEN', change: 'CHANGED' },
      { name: `model/${name}`, change: 'CHANGED' },
    ]);
    const { variables } = await harness.db.stackRevision.findFirstOrThrow({ where: { projectId } });
    const opened = openVariables(harness.cipher, environmentId, readVariableSnapshot(variables));
    expect(opened).toMatchObject({ TOKEN: 's3cret', [name]: 'environment', [`model/${name}`]: 'model' });
  });

  it('writes which scope it was into the audit log, and no secret', async () => {
    const { caller, environmentId, projectId } = await setUp();
    const token = { environmentId, name: 'TOKEN', scope: 'PROJECT' } as const;
    await caller.variable.set({ ...token, value: 's3cret', secret: true });
    await caller.variable.remove(token);
    const events = await harness.db.auditEvent.findMany({
      where: { projectId, action: { startsWith: 'variable.' } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action, subjectType, data }) => [action, subjectType, data])).toEqual([
      ['variable.set', 'project', { name: 'TOKEN', secret: true, scope: 'PROJECT' }],
      ['variable.removed', 'project', { name: 'TOKEN', scope: 'PROJECT' }],
    ]);
  });
});
