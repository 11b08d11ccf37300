import { CHANGE_CHANNEL } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
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

async function setUp(composeText?: string) {
  const engineer = await harness.person('ENGINEER');
  const project = await makeProject(harness, engineer, composeText);
  const caller = harness.callerOf(engineer);
  const { version } = await caller.stack.get({ projectId: project.id });
  return { caller, projectId: project.id, environmentId: project.environmentId, version };
}

describe('deployment.deploy', () => {
  it('writes revision, deployment and audit together, and announces them', async () => {
    const { caller, projectId, environmentId, version } = await setUp();
    const deployment = await caller.deployment.deploy({
      environmentId,
      stackVersion: version,
      note: 'first',
    });
    expect(deployment).toMatchObject({
      number: 1,
      status: 'QUEUED',
      revision: 1,
      note: 'first',
      action: 'DEPLOY',
    });
    const revision = await harness.db.stackRevision.findFirstOrThrow({ where: { projectId } });
    expect(revision.composeText).toBe(SMALL_STACK);
    const event = await harness.db.auditEvent.findFirst({ where: { subjectId: deployment.id } });
    expect(event?.action).toBe('deployment.requested');
    expect(CHANGE_CHANNEL).toBe('jalon_changes');
  });

  it('queues two at once one after the other, on one revision', async () => {
    const { caller, projectId, environmentId, version } = await setUp();
    const deploy = () => caller.deployment.deploy({ environmentId, stackVersion: version });
    const both = await Promise.all([deploy(), deploy(), deploy(), deploy()]);
    expect(both.map((deployment) => deployment.number).sort()).toEqual([1, 2, 3, 4]);
    expect(await harness.db.stackRevision.count({ where: { projectId } })).toBe(1);
    const second = both.find((deployment) => deployment.number === 2);
    const detail = await caller.deployment.get({ deploymentId: second?.id ?? '' });
    expect(detail.waitingFor).toBe(1);
  });

  it('makes another revision when the file or a variable changed', async () => {
    const { caller, projectId, environmentId, version } = await setUp();
    await caller.deployment.deploy({ environmentId, stackVersion: version });
    await caller.variable.set({ environmentId, name: 'COLOUR', value: 'blue', secret: false });
    const second = await caller.deployment.deploy({ environmentId, stackVersion: version });
    expect(second.revision).toBe(2);
    const composeText = SMALL_STACK.replace('hello', 'bonjour');
    const saved = await caller.stack.save({ projectId, composeText, version });
    const third = await caller.deployment.deploy({ environmentId, stackVersion: saved.version });
    expect(third.revision).toBe(3);
  });

  it('refuses a file that was changed after its review', async () => {
    const { caller, projectId, environmentId, version } = await setUp();
    await caller.stack.save({ projectId, composeText: SMALL_STACK, version });
    const call = caller.deployment.deploy({ environmentId, stackVersion: version });
    expect(await codeOf(call)).toBe('STALE_VERSION');
  });

  it('refuses what policy refuses and what lacks a variable; nothing is written', async () => {
    const refused = await setUp('services:\n  a:\n    image: b\n    privileged: true\n');
    const call = refused.caller.deployment.deploy({
      environmentId: refused.environmentId,
      stackVersion: refused.version,
    });
    await expect(call).rejects.toMatchObject({
      data: { code: 'POLICY_REFUSED', details: [expect.objectContaining({ path: 'services.a' })] },
    });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's own syntax
    const needy = await setUp('services:\n  a:\n    image: "b:${TAG:?which}"\n');
    const second = needy.caller.deployment.deploy({
      environmentId: needy.environmentId,
      stackVersion: needy.version,
    });
    await expect(second).rejects.toMatchObject({
      data: { code: 'VARIABLE_MISSING', details: [expect.objectContaining({ path: 'TAG' })] },
    });
    for (const { projectId, environmentId } of [refused, needy]) {
      expect(await harness.db.stackRevision.count({ where: { projectId } })).toBe(0);
      expect(await harness.db.deployment.count({ where: { environmentId } })).toBe(0);
    }
  });
});

describe('deployment.request', () => {
  it('queues a stop of what is deployed, and refuses where nothing is', async () => {
    const { caller, environmentId, version } = await setUp();
    const stop = () => caller.deployment.request({ environmentId, action: 'STOP' });
    expect(await codeOf(stop())).toBe('CONFLICT');
    await caller.deployment.deploy({ environmentId, stackVersion: version });
    await markDeployed(harness, environmentId);
    expect(await stop()).toMatchObject({ number: 2, action: 'STOP', status: 'QUEUED', revision: 1 });
  });
});

describe('deployment.cancel', () => {
  it('asks once, and refuses when it is finished', async () => {
    const { caller, environmentId, version } = await setUp();
    const { id } = await caller.deployment.deploy({ environmentId, stackVersion: version });
    await caller.deployment.cancel({ deploymentId: id });
    const first = (await caller.deployment.get({ deploymentId: id })).cancelRequestedAt;
    expect(first).not.toBeNull();
    await caller.deployment.cancel({ deploymentId: id });
    expect((await caller.deployment.get({ deploymentId: id })).cancelRequestedAt).toEqual(first);
    await markDeployed(harness, environmentId);
    expect(await codeOf(caller.deployment.cancel({ deploymentId: id }))).toBe('CONFLICT');
  });
});

describe('deployment.list and live.activity', () => {
  it('show what is in progress until it is finished', async () => {
    const { caller, projectId, environmentId, version } = await setUp();
    const { id } = await caller.deployment.deploy({ environmentId, stackVersion: version });
    expect((await caller.deployment.list({ projectId })).map((row) => row.id)).toEqual([id]);
    expect((await caller.live.activity()).map((row) => row.id)).toContain(id);
    await markDeployed(harness, environmentId);
    expect((await caller.live.activity()).map((row) => row.id)).not.toContain(id);
  });
});
