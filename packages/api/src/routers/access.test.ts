import { type Principal, ROLES, type Role } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { createCaller } from '../caller';
import { appRouter } from '../root';
import {
  codeOf,
  type DeliveryHarness,
  deliveryHarness,
  makeProject,
  markDeployed,
  SMALL_STACK,
} from '../testing/delivery-harness';

type Caller = ReturnType<typeof createCaller>;
type Keys = Record<
  'projectId' | 'environmentId' | 'stagingId' | 'hostId' | 'deploymentId' | 'runId' | 'slug',
  string
>;

/** Every procedure of delivery that names somebody's project, with a call on that project. */
const CALLS: Record<string, (caller: Caller, keys: Keys) => Promise<unknown>> = {
  'project.get': (caller, { slug }) => caller.project.get({ slug }),
  'environment.draft': (caller, { projectId }) => caller.environment.draft({ projectId, copyFromId: null }),
  'environment.create': (caller, { projectId, hostId }) =>
    caller.environment.create({ projectId, kind: 'STAGING', slug: 'staging', hostId, copyFromId: null }),
  'environment.pending': (caller, { environmentId }) => caller.environment.pending({ environmentId }),
  'environment.removal': (caller, { environmentId }) => caller.environment.removal({ environmentId }),
  'environment.remove': (caller, { environmentId }) =>
    caller.environment.remove({ environmentId, slug: 'sandbox' }),
  'environment.setHealing': (caller, { environmentId }) =>
    caller.environment.setHealing({ environmentId, healsDrift: true }),
  'stack.get': (caller, { projectId }) => caller.stack.get({ projectId }),
  'stack.check': (caller, { projectId }) => caller.stack.check({ projectId, composeText: SMALL_STACK }),
  'stack.save': (caller, { projectId }) =>
    caller.stack.save({ projectId, composeText: SMALL_STACK, version: 1 }),
  'stack.addTechnology': (caller, { projectId }) =>
    caller.stack.addTechnology({ projectId, technology: 'postgresql', composeText: SMALL_STACK }),
  'stack.preview': (caller, { environmentId }) => caller.stack.preview({ environmentId }),
  'variable.list': (caller, { environmentId }) => caller.variable.list({ environmentId }),
  'variable.set': (caller, { environmentId }) =>
    caller.variable.set({ environmentId, name: 'A', value: 'b', secret: false }),
  'variable.remove': (caller, { environmentId }) => caller.variable.remove({ environmentId, name: 'A' }),
  'deployment.list': (caller, { projectId }) => caller.deployment.list({ projectId }),
  'deployment.get': (caller, { deploymentId }) => caller.deployment.get({ deploymentId }),
  'deployment.deploy': (caller, { environmentId }) =>
    caller.deployment.deploy({ environmentId, stackVersion: 1 }),
  'deployment.request': (caller, { environmentId }) =>
    caller.deployment.request({ environmentId, action: 'REMOVE' }),
  'deployment.cancel': (caller, { deploymentId }) => caller.deployment.cancel({ deploymentId }),
  'revision.list': (caller, { projectId }) => caller.revision.list({ projectId }),
  'revision.get': (caller, { projectId }) => caller.revision.get({ projectId, number: 1 }),
  'revision.compare': (caller, { projectId }) => caller.revision.compare({ projectId, from: 1, to: 1 }),
  'revision.previewRollBack': (caller, { environmentId }) =>
    caller.revision.previewRollBack({ environmentId, number: 1 }),
  'revision.rollBack': (caller, { environmentId }) => caller.revision.rollBack({ environmentId, number: 1 }),
  'revision.previewPromotion': (caller, { environmentId, stagingId }) =>
    caller.revision.previewPromotion({ environmentId: stagingId, fromEnvironmentId: environmentId }),
  'revision.promote': (caller, { environmentId, stagingId }) =>
    caller.revision.promote({ environmentId: stagingId, fromEnvironmentId: environmentId, number: 1 }),
  'run.list': (caller, { projectId }) => caller.run.list({ projectId }),
  'run.get': (caller, { runId }) => caller.run.get({ runId }),
  'run.start': (caller, { environmentId }) => caller.run.start({ environmentId, service: 'train' }),
  'run.cancel': (caller, { runId }) => caller.run.cancel({ runId }),
  'model.versions': (caller, { projectId }) => caller.model.versions({ projectId }),
  'model.health': (caller, { environmentId }) => caller.model.health({ environmentId }),
  'model.schema': (caller, { environmentId }) => caller.model.schema({ environmentId }),
  'model.predict': (caller, { environmentId }) => caller.model.predict({ environmentId, input: {} }),
  'log.tail': async (caller, { environmentId }) => {
    for await (const _batch of await caller.log.tail({ environmentId })) return;
  },
  'file.volumes': (caller, { environmentId }) => caller.file.volumes({ environmentId }),
  'file.list': (caller, { environmentId }) => caller.file.list({ environmentId, volume: 'raw' }),
};

/** Areas of delivery, and their procedures that concern no project in particular. */
const AREAS = [
  'project',
  'environment',
  'stack',
  'variable',
  'deployment',
  'revision',
  'run',
  'model',
  'log',
  'file',
  'catalogue',
  'host',
  'live',
];
const WITHOUT_PROJECT = [
  'project.list',
  'project.candidates',
  'project.create',
  'catalogue.list',
  'host.allow',
  'host.classify',
  'host.list',
  'variable.listGlobal',
  'variable.globalUse',
  'variable.setGlobal',
  'variable.removeGlobal',
  'live.changes',
  'live.activity',
];
const WRITES = [
  'environment.draft',
  'environment.create',
  'environment.removal',
  'environment.remove',
  'environment.setHealing',
  'stack.save',
  'stack.addTechnology',
  'variable.set',
  'variable.remove',
  'deployment.deploy',
  'deployment.request',
  'deployment.cancel',
  'revision.rollBack',
  'revision.promote',
  'run.start',
  'run.cancel',
];

let harness: DeliveryHarness;
let keys: Keys;
let engineer: Principal;
let owner: Principal;

beforeAll(async () => {
  harness = await deliveryHarness();
  engineer = await harness.person('ENGINEER');
  const project = await makeProject(harness, engineer);
  owner = project.owner;
  const caller = harness.callerOf(engineer);
  const { version } = await caller.stack.get({ projectId: project.id });
  const { id: deploymentId } = await caller.deployment.deploy({
    environmentId: project.environmentId,
    stackVersion: version,
  });
  const run = await harness.db.run.create({
    data: { environmentId: project.environmentId, number: 1, service: 'train', job: 'train' },
  });
  const { hostId } = await harness.db.environment.findUniqueOrThrow({
    where: { id: project.environmentId },
    select: { hostId: true },
  });
  await markDeployed(harness, project.environmentId);
  const { id: stagingId } = await caller.environment.create({
    projectId: project.id,
    kind: 'STAGING',
    slug: 'before-production',
    hostId,
    copyFromId: project.environmentId,
  });
  keys = {
    projectId: project.id,
    environmentId: project.environmentId,
    stagingId,
    hostId,
    deploymentId,
    runId: run.id,
    slug: project.slug,
  };
});
afterAll(() => harness.close());

describe('the table', () => {
  it('has every procedure of delivery', () => {
    const procedures = Object.keys(appRouter._def.procedures).filter((name) =>
      AREAS.includes(name.split('.')[0] ?? ''),
    );
    expect(procedures.sort()).toEqual([...Object.keys(CALLS), ...WITHOUT_PROJECT].sort());
  });
});

describe.each(ROLES.filter((role) => role !== 'ADMIN'))('a %s on a foreign project', (role: Role) => {
  it.each(Object.keys(CALLS))('%s: is told that there is none, or that the role may not', async (name) => {
    const stranger = await harness.person(role);
    const code = await codeOf(CALLS[name]?.(harness.callerOf(stranger), keys) ?? Promise.resolve());
    expect(['NOT_FOUND', ...(role === 'BUSINESS' ? ['FORBIDDEN'] : [])]).toContain(code);
  });
});

describe('the owner of the use case, who is no member', () => {
  it.each(WRITES)('%s: may not', async (name) => {
    expect(await codeOf(CALLS[name]?.(harness.callerOf(owner), keys) ?? Promise.resolve())).toBe('FORBIDDEN');
  });

  it('may read the project, its deployments and runs', async () => {
    const caller = harness.callerOf(owner);
    for (const name of [
      'project.get',
      'stack.get',
      'environment.pending',
      'deployment.list',
      'deployment.get',
      'revision.list',
      'revision.get',
      'revision.compare',
      'revision.previewRollBack',
      'revision.previewPromotion',
      'run.list',
      'run.get',
    ]) {
      expect(await codeOf(CALLS[name]?.(caller, keys) ?? Promise.resolve()), name).toBeNull();
    }
  });
});

describe('nobody', () => {
  it.each(Object.keys(CALLS))('%s: must sign in', async (name) => {
    const { createCaller: make } = await import('../caller');
    const caller = make({ ...harness.contextOf(engineer), principal: null, session: null });
    expect(await codeOf(CALLS[name]?.(caller, keys) ?? Promise.resolve())).toBe('UNAUTHENTICATED');
  });
});

describe('an engineer who owns a use case without being a member of its project', () => {
  it('may look and not touch', async () => {
    const looker = await harness.person('ENGINEER');
    const { useCaseId } = await harness.db.project.findUniqueOrThrow({ where: { id: keys.projectId } });
    const before = await harness.db.useCase.findUniqueOrThrow({ where: { id: useCaseId } });
    await harness.db.useCase.update({ where: { id: useCaseId }, data: { ownerId: looker.userId } });
    try {
      const caller = harness.callerOf(looker);
      expect(await codeOf(caller.project.get({ slug: keys.slug }))).toBeNull();
      for (const name of WRITES) {
        expect(await codeOf(CALLS[name]?.(caller, keys) ?? Promise.resolve()), name).toBe('FORBIDDEN');
      }
    } finally {
      await harness.db.useCase.update({ where: { id: useCaseId }, data: { ownerId: before.ownerId } });
    }
  });
});
