import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DeliveryHarness,
  deliveryHarness,
  makeProject,
  markDeployed,
  SMALL_STACK,
} from '../../testing/delivery-harness';

let harness: DeliveryHarness;
beforeAll(async () => {
  harness = await deliveryHarness();
});
afterAll(() => harness.close());

async function setUp() {
  const engineer = await harness.person('ENGINEER');
  const { id: projectId, environmentId } = await makeProject(harness, engineer);
  const caller = harness.callerOf(engineer);
  const set = (name: string, value: string, secret = false) =>
    caller.variable.set({ environmentId, name, value, secret });
  await set('COLOUR', 'blue');
  await set('PASSWORD', 's3cret-one', true);
  return {
    caller,
    projectId,
    environmentId,
    set,
    pending: () => caller.environment.pending({ environmentId }),
  };
}

describe('environment.pending', () => {
  it('is empty until something is deployed, and after it', async () => {
    const { caller, environmentId, pending } = await setUp();
    expect(await pending()).toEqual({ revision: null, file: [], variables: [], count: 0 });
    await caller.deployment.deploy({ environmentId, stackVersion: 1 });
    await markDeployed(harness, environmentId);
    expect(await pending()).toEqual({ revision: 1, file: [], variables: [], count: 0 });
  });

  it('names what changed in the file and in the variables, and no value', async () => {
    const { caller, projectId, environmentId, set, pending } = await setUp();
    await caller.deployment.deploy({ environmentId, stackVersion: 1 });
    await markDeployed(harness, environmentId);
    const composeText = `${SMALL_STACK.replace('hello', 'bonjour')}  extra:\n`;
    await caller.stack.save({ projectId, composeText, version: 1 });
    await set('PASSWORD', 's3cret-two', true);
    await set('SIZE', '3');
    await caller.variable.remove({ environmentId, name: 'COLOUR' });
    const changes = await pending();
    expect(changes).toEqual({
      revision: 1,
      file: [
        { part: 'SERVICE', name: 'model', change: 'CHANGED' },
        { part: 'VOLUME', name: 'extra', change: 'ADDED' },
      ],
      variables: [
        { name: 'COLOUR', change: 'REMOVED' },
        { name: 'PASSWORD', change: 'CHANGED' },
        { name: 'SIZE', change: 'ADDED' },
      ],
      count: 5,
    });
    expect(JSON.stringify(changes)).not.toContain('s3cret');
  });

  it('takes a secret that is set again to the same value for no change', async () => {
    const { caller, environmentId, set, pending } = await setUp();
    await caller.deployment.deploy({ environmentId, stackVersion: 1 });
    await markDeployed(harness, environmentId);
    await set('PASSWORD', 's3cret-one', true);
    expect((await pending()).count).toBe(0);
    const { variables } = await caller.variable.list({ environmentId });
    expect(variables.some((variable) => variable.pending)).toBe(false);
  });
});
