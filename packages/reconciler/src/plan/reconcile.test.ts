import type { DependencyModel, ObservedContainer, ServiceModel } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { desiredState, emptyState } from '../desired/desired-state';
import { healthcheck, service, stack, target } from '../testing/stacks';
import { World } from '../testing/world';
import { printPlan } from './print-plan';
import { reconcile } from './reconcile';
import { DEFAULT_POLICY, type ReconcilePolicy } from './reconcile-policy';
import { revertPlan } from './revert-plan';

const build = { context: 'jalon://model-template', dockerfile: 'Dockerfile', args: {}, target: null };
const on = (condition: DependencyModel['condition'], restart = false): DependencyModel => ({
  condition,
  restart,
  required: true,
});
const data = { type: 'volume', source: 'data', target: '/data', readOnly: false } as const;
const database = service('database', { healthcheck, mounts: [data] });
const model = (environment: Record<string, string>) =>
  service('model', {
    image: null,
    build,
    environment,
    dependsOn: { database: on('service_healthy') },
    ports: [{ hostIp: '127.0.0.1', published: 8000, target: 8000, protocol: 'tcp' }],
  });

const desire = (...services: ServiceModel[]) =>
  desiredState(stack(...services), target, { resolveImage: ({ name }) => `jalon/demo-${name}:1` });

function planOf(world: World, desired: ReturnType<typeof desire>, policy: Partial<ReconcilePolicy> = {}) {
  return reconcile(desired, world.observe(), policy, world.now());
}

/** A world in which a stack has been deployed. */
function deployed(...services: ServiceModel[]): World {
  const world = new World();
  for (const one of services) if (one.healthcheck) world.checked.add(one.name);
  for (const operation of planOf(world, desire(...services)).operations) world.apply(operation);
  return world;
}

function change(world: World, name: string, differences: Partial<ObservedContainer>): void {
  const container = world.containers.get(name);
  if (!container) throw new Error(`no container ${name}`);
  world.containers.set(differences.name ?? name, { ...container, ...differences });
  if (differences.name) world.containers.delete(name);
}

const kinds = (plan: { operations: { kind: string }[] }) => plan.operations.map(({ kind }) => kind).join(' ');

describe('the plan, as text', () => {
  it('of a first deployment', () => {
    expect(printPlan(planOf(new World(), desire(database, model({}))))).toMatchInlineSnapshot(`
      "10 operations.
         1. pull image database:1  (the host does not have it)
         2. build image jalon/demo-model:1 from jalon://model-template  (the host does not have it)
         3. create network demo-sandbox_default  (not there yet)
         4. create volume demo-sandbox_data  (not there yet)
         5. create container demo-sandbox-database-1 from database:1  (not there yet)  after 1, 3, 4
         6. start container demo-sandbox-database-1  (not there yet)  after 5
         7. wait until demo-sandbox-database-1 is healthy  (its health check must pass)  after 6
         8. create container demo-sandbox-model-1 from jalon/demo-model:1  (not there yet)  after 2, 3
         9. start container demo-sandbox-model-1  (not there yet)  after 7, 8
        10. wait until demo-sandbox-model-1 stays up  (must stay up for 3 s)  after 9
      "
    `);
  });

  it('of nothing to do', () => {
    const world = deployed(database, model({}));
    expect(printPlan(planOf(world, desire(database, model({}))))).toMatchInlineSnapshot(`
      "Nothing to do.
        unchanged: database, model
      "
    `);
  });

  it('of a changed variable', () => {
    const world = deployed(database, model({ MODEL_URI: 'a' }));
    expect(printPlan(planOf(world, desire(database, model({ MODEL_URI: 'b' }))))).toMatchInlineSnapshot(`
      "6 operations.
        1. stop container demo-sandbox-model-1  (config changed: environment.MODEL_URI)
        2. rename container demo-sandbox-model-1 to demo-sandbox-model-1.old  (kept until the new container is ready)  after 1
        3. create container demo-sandbox-model-1 from jalon/demo-model:1  (config changed: environment.MODEL_URI)  after 2
             environment.MODEL_URI: changed
        4. start container demo-sandbox-model-1  (config changed: environment.MODEL_URI)  after 3
        5. wait until demo-sandbox-model-1 stays up  (must stay up for 3 s)  after 4
        6. remove container demo-sandbox-model-1.old  (the new container is ready)  after 5
        unchanged: database
      "
    `);
  });

  it('of a service that is gone, one that is new, and a port that moves', () => {
    const world = deployed(database, model({}));
    const api = service('api', { ports: model({}).ports });
    expect(printPlan(planOf(world, desire(database, api)))).toMatchInlineSnapshot(`
      "6 operations.
        1. pull image api:1  (the host does not have it)
        2. stop container demo-sandbox-model-1  (no longer part of the stack)  after 1
        3. remove container demo-sandbox-model-1  (no longer part of the stack)  after 2
        4. create container demo-sandbox-api-1 from api:1  (not there yet)  after 1
        5. start container demo-sandbox-api-1  (not there yet)  after 2, 4
        6. wait until demo-sandbox-api-1 stays up  (must stay up for 3 s)  after 5
        unchanged: database
      "
    `);
  });

  it('of a network that changes', () => {
    const world = deployed(database);
    const next = stack(database);
    if (next.networks.default) next.networks.default.internal = true;
    expect(printPlan(planOf(world, desiredState(next, target)))).toMatchInlineSnapshot(`
      "7 operations.
        1. stop container demo-sandbox-database-1  (network demo-sandbox_default changed)
        2. remove container demo-sandbox-database-1  (network demo-sandbox_default changed)  after 1
        3. remove network demo-sandbox_default  (its configuration changed)  after 2
        4. create network demo-sandbox_default  (its configuration changed)  after 3
        5. create container demo-sandbox-database-1 from database:1  (network demo-sandbox_default changed)  after 2, 4
             networks.demo-sandbox_default: changed
        6. start container demo-sandbox-database-1  (network demo-sandbox_default changed)  after 5
        7. wait until demo-sandbox-database-1 is healthy  (its health check must pass)  after 6
      "
    `);
  });

  it('of stop and remove', () => {
    const world = deployed(database, model({}));
    const desired = desire(database, model({}));
    expect(printPlan(planOf(world, desired, { action: 'STOP' }))).toMatchInlineSnapshot(`
      "2 operations.
        1. stop container demo-sandbox-model-1  (the stack is stopped)
        2. stop container demo-sandbox-database-1  (the stack is stopped)  after 1
      "
    `);
    expect(printPlan(planOf(world, desired, { action: 'REMOVE' }))).toMatchInlineSnapshot(`
      "5 operations.
        1. stop container demo-sandbox-model-1  (the stack is removed)
        2. stop container demo-sandbox-database-1  (the stack is removed)  after 1
        3. remove container demo-sandbox-database-1  (the stack is removed)  after 2
        4. remove container demo-sandbox-model-1  (the stack is removed)  after 1
        5. remove network demo-sandbox_default  (the stack is removed)  after 3, 4
      "
    `);
  });

  it('of a refusal', () => {
    const refusals = [
      { rule: 'privileged', service: 'model', message: 'Service "model" asks for too much.' },
    ];
    expect(printPlan(planOf(new World(), emptyState(target), { refusals }))).toMatchInlineSnapshot(`
      "Refused for 1 reason.
        refused [privileged] Service "model" asks for too much.
      "
    `);
  });

  it('holds no value of a variable', () => {
    const plan = planOf(new World(), desire(model({ PASSWORD: 'hunter2' }), database));
    expect(printPlan(plan)).not.toContain('hunter2');
  });
});

describe('what a container that is as configured still needs', () => {
  const name = 'demo-sandbox-database-1';
  it.each<[string, Partial<ObservedContainer>, string, string]>([
    [
      'stopped',
      { state: 'exited', exitCode: 137 },
      'START_CONTAINER WAIT_HEALTHY',
      'stopped (exit code 137)',
    ],
    ['never started', { state: 'created' }, 'START_CONTAINER WAIT_HEALTHY', 'made but never started'],
    ['unhealthy', { health: 'unhealthy' }, 'STOP_CONTAINER START_CONTAINER WAIT_HEALTHY', 'unhealthy'],
    ['restarting', { state: 'restarting' }, 'STOP_CONTAINER START_CONTAINER WAIT_HEALTHY', 'crash loop'],
    ['paused', { state: 'paused' }, 'STOP_CONTAINER START_CONTAINER WAIT_HEALTHY', 'paused'],
    ['starting', { health: 'starting' }, 'WAIT_HEALTHY', 'its health check must pass'],
    [
      'dead',
      { state: 'dead' },
      'REMOVE_CONTAINER CREATE_CONTAINER START_CONTAINER WAIT_HEALTHY',
      'container is dead',
    ],
  ])('%s', (_state, differences, expected, cause) => {
    const world = deployed(database);
    change(world, name, differences);
    const plan = planOf(world, desire(database));
    expect(kinds(plan)).toBe(expected);
    expect(printPlan(plan)).toContain(`(${cause})`);
  });

  it('waits for the rest of the window after a crash in the middle of it', () => {
    const world = deployed(service('a'));
    const desired = desire(service('a'));
    change(world, 'demo-sandbox-a-1', { startedAt: world.now().toISOString() });
    expect(kinds(planOf(world, desired))).toBe('WAIT_RUNNING');
    world.clock += DEFAULT_POLICY.runningWindowMs;
    expect(kinds(planOf(world, desired))).toBe('');
  });

  it('does not take the pause between two crashes for health', () => {
    const world = deployed(service('a'));
    const startedAt = new Date(world.clock - 5_000).toISOString();
    change(world, 'demo-sandbox-a-1', { restartCount: 4, startedAt });
    expect(kinds(planOf(world, desire(service('a'))))).toBe('WAIT_RUNNING');
    world.clock += 10_000;
    expect(kinds(planOf(world, desire(service('a'))))).toBe('');
  });

  it('leaves alone what has completed, and runs it again when it failed', () => {
    const migrate = service('migrate');
    const web = service('web', { dependsOn: { migrate: on('service_completed_successfully') } });
    const world = new World();
    world.oneShots.add('migrate');
    const desired = desire(migrate, web);
    const first = planOf(world, desired);
    expect(kinds(first)).toContain('WAIT_COMPLETED');
    for (const operation of first.operations) world.apply(operation);
    expect(kinds(planOf(world, desired))).toBe('');
    change(world, 'demo-sandbox-migrate-1', { exitCode: 1 });
    expect(kinds(planOf(world, desired))).toBe('START_CONTAINER WAIT_COMPLETED');
  });

  it('follows an image that is another one under the same name', () => {
    const world = deployed(service('a'));
    world.images.set('a:1', 'sha256:new');
    expect(planOf(world, desire(service('a'))).operations[0]?.cause).toEqual({
      code: 'IMAGE_UPDATED',
      image: 'a:1',
    });
  });

  it('starts a dependent again when the worker died between the dependency and it', () => {
    const web = service('web', { dependsOn: { database: on('service_started', true) } });
    const world = deployed(database, web);
    world.clock += 60_000;
    change(world, 'demo-sandbox-database-1', { startedAt: world.now().toISOString() });
    expect(kinds(planOf(world, desire(database, web)))).toBe('STOP_CONTAINER START_CONTAINER WAIT_RUNNING');
  });

  it('starts dependents again where they ask for it, and only there', () => {
    const web = (restart: boolean) =>
      service('web', { dependsOn: { database: on('service_started', restart) } });
    for (const restart of [true, false]) {
      const world = deployed(database, web(restart));
      change(world, 'demo-sandbox-database-1', { state: 'exited', exitCode: 1 });
      const stopped = planOf(world, desire(database, web(restart))).operations.filter(
        ({ kind, service: one }) => kind === 'STOP_CONTAINER' && one === 'web',
      );
      expect(stopped).toHaveLength(restart ? 1 : 0);
    }
  });
});

describe('what an interrupted run left', () => {
  it('removes a second container of a service', () => {
    const world = deployed(service('a'));
    world.containers.set('stray', { ...(world.observe().containers[0] as ObservedContainer), name: 'stray' });
    const plan = planOf(world, desire(service('a')));
    expect(plan.operations.map(({ key }) => key)).toEqual(['stop:stray', 'remove:stray']);
  });

  it('brings the previous container back when it is the wanted one again', () => {
    const world = deployed(service('a'));
    change(world, 'demo-sandbox-a-1', { name: 'demo-sandbox-a-1.old', state: 'exited', exitCode: 0 });
    expect(kinds(planOf(world, desire(service('a'))))).toBe('RENAME_CONTAINER START_CONTAINER WAIT_RUNNING');
  });

  it('keeps the last container that worked when a second update meets a failed first one', () => {
    const version = (value: string) => service('a', { environment: { V: value } });
    const world = deployed(version('1'));
    for (const operation of planOf(world, desire(version('2'))).operations.slice(0, -2))
      world.apply(operation);
    change(world, 'demo-sandbox-a-1', { state: 'restarting' });
    const plan = planOf(world, desire(version('3')));
    expect(plan.operations.map(({ key }) => key)).toEqual([
      'stop:demo-sandbox-a-1',
      'remove:demo-sandbox-a-1',
      'create:demo-sandbox-a-1',
      'start:demo-sandbox-a-1',
      'wait:demo-sandbox-a-1',
      'remove:demo-sandbox-a-1.old',
    ]);
  });

  it('drops the leftover and keeps the newest when the first update had worked', () => {
    const version = (value: string) => service('a', { environment: { V: value } });
    const world = deployed(version('1'));
    for (const operation of planOf(world, desire(version('2'))).operations.slice(0, -1))
      world.apply(operation);
    const keys = planOf(world, desire(version('3'))).operations.map(({ key }) => key);
    expect(keys[0]).toBe('remove:demo-sandbox-a-1.old:leftover');
    expect(keys).toContain('rename:demo-sandbox-a-1');
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes a stopped container back on STOP when it is the only one', () => {
    const world = deployed(service('a'));
    change(world, 'demo-sandbox-a-1', { name: 'demo-sandbox-a-1.old', state: 'exited', exitCode: 0 });
    expect(kinds(planOf(world, desire(service('a')), { action: 'STOP' }))).toBe('RENAME_CONTAINER');
  });
});

describe('images', () => {
  it('builds or pulls only what a new container needs and the host does not have', () => {
    const desired = desire(database, model({}));
    const world = new World();
    expect(kinds(planOf(world, desired))).toMatch(/^PULL_IMAGE BUILD_IMAGE /);
    world.images.set('database:1', 'sha256:a');
    expect(kinds(planOf(world, desired))).toMatch(/^BUILD_IMAGE CREATE_NETWORK /);
  });

  it('takes nothing down before the images are there', () => {
    const world = deployed(database, model({}));
    const desired = desiredState(stack(database, model({})), target, {
      resolveImage: () => 'jalon/demo-model:2',
    });
    const stop = planOf(world, desired).operations.find(({ kind }) => kind === 'STOP_CONTAINER');
    expect(stop?.after).toContain('build:jalon/demo-model:2');
  });
});

describe('actions', () => {
  it('refuses services that wait for each other', () => {
    const a = service('a', { dependsOn: { b: on('service_started') } });
    const b = service('b', { dependsOn: { a: on('service_started') } });
    expect(() => planOf(new World(), desire(a, b))).toThrowError(
      expect.objectContaining({ code: 'COMPOSE_INVALID', message: expect.stringContaining('a → b → a') }),
    );
  });

  it('removes the containers of jobs, and needs no revision for it', () => {
    const world = deployed(service('a'));
    change(world, 'demo-sandbox-a-1', { kind: 'job' });
    expect(kinds(planOf(world, desire(service('a'))))).toContain('CREATE_CONTAINER');
    expect(kinds(planOf(world, emptyState(target), { action: 'REMOVE' }))).toBe(
      'STOP_CONTAINER REMOVE_CONTAINER REMOVE_NETWORK',
    );
  });
});

describe('revertPlan', () => {
  it('puts the previous container back where an update failed', () => {
    const version = (value: string) => service('a', { environment: { V: value } });
    const world = deployed(version('1'));
    const before = world.containers.get('demo-sandbox-a-1')?.configHash;
    const failing = desire(version('2'), service('b'));
    for (const operation of planOf(world, failing).operations) {
      if (operation.kind === 'WAIT_RUNNING' && operation.service === 'a') break;
      world.apply(operation);
    }
    const plan = revertPlan(failing, world.observe());
    expect(printPlan(plan)).toMatchInlineSnapshot(`
      "5 operations.
        1. stop container demo-sandbox-a-1  (the update failed)
        2. remove container demo-sandbox-a-1  (the update failed)  after 1
        3. rename container demo-sandbox-a-1.old to demo-sandbox-a-1  (the update failed)  after 2
        4. start container demo-sandbox-a-1  (the update failed; demo-sandbox-a-1.old returns)  after 3
        5. wait until demo-sandbox-a-1 stays up  (must stay up for 3 s)  after 4
        unchanged: b
      "
    `);
    for (const operation of plan.operations) world.apply(operation);
    expect(world.containers.get('demo-sandbox-a-1')).toMatchObject({ configHash: before, state: 'running' });
    expect(world.containers.has('demo-sandbox-a-1.old')).toBe(false);
    expect(revertPlan(failing, world.observe()).operations).toEqual([]);
  });
});
