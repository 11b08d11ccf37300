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
