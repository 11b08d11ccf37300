import { COMPOSE_LABELS, type ServiceModel } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { desiredState } from '../desired/desired-state';
import { findDrift } from '../drift/find-drift';
import { healthcheck, service, stack, target } from '../testing/stacks';
import { World } from '../testing/world';
import { printPlan } from './print-plan';
import { reconcile } from './reconcile';

const web = (replicas: number, differences: Partial<ServiceModel> = {}) =>
  desiredState(stack(service('web', { replicas, ...differences })), target);

type Desired = ReturnType<typeof web>;

const planOf = (world: World, desired: Desired) => reconcile(desired, world.observe(), {}, world.now());
const textOf = (world: World, desired: Desired) => printPlan(planOf(world, desired));

function apply(world: World, desired: Desired): World {
  for (const operation of planOf(world, desired).operations) world.apply(operation);
  return world;
}

const names = (world: World) => [...world.containers.keys()].sort();

describe('the plan of a service of several containers, as text', () => {
  it('starts them side by side', () => {
    expect(textOf(new World(), web(2))).toMatchInlineSnapshot(`
      "8 operations.
        1. pull image web:1  (the host does not have it)
        2. create network demo-sandbox_default  (not there yet)
        3. create container demo-sandbox-web-1 from web:1  (not there yet)  after 1, 2
        4. start container demo-sandbox-web-1  (not there yet)  after 3
        5. wait until demo-sandbox-web-1 stays up  (must stay up for 3 s)  after 4
        6. create container demo-sandbox-web-2 from web:1  (not there yet)  after 1, 2
        7. start container demo-sandbox-web-2  (not there yet)  after 6
        8. wait until demo-sandbox-web-2 stays up  (must stay up for 3 s)  after 7
      "
    `);
  });

  it('adds what is missing and leaves the others', () => {
    expect(textOf(apply(new World(), web(1)), web(3))).toMatchInlineSnapshot(`
      "6 operations.
        1. create container demo-sandbox-web-2 from web:1  (not there yet)
        2. start container demo-sandbox-web-2  (not there yet)  after 1
        3. wait until demo-sandbox-web-2 stays up  (must stay up for 3 s)  after 2
        4. create container demo-sandbox-web-3 from web:1  (not there yet)
        5. start container demo-sandbox-web-3  (not there yet)  after 4
        6. wait until demo-sandbox-web-3 stays up  (must stay up for 3 s)  after 5
      "
    `);
  });

  it('removes the highest number first', () => {
    expect(textOf(apply(new World(), web(3)), web(1))).toMatchInlineSnapshot(`
      "4 operations.
        1. stop container demo-sandbox-web-3  (fewer containers are wanted)
        2. remove container demo-sandbox-web-3  (fewer containers are wanted)  after 1
        3. stop container demo-sandbox-web-2  (fewer containers are wanted)  after 2
        4. remove container demo-sandbox-web-2  (fewer containers are wanted)  after 3
      "
    `);
  });

  it('replaces one after the other', () => {
    const world = apply(new World(), web(2));
    expect(textOf(world, web(2, { image: 'web:2' }))).toMatchInlineSnapshot(`
      "13 operations.
         1. pull image web:2  (the host does not have it)
         2. stop container demo-sandbox-web-1  (config changed: image)  after 1
         3. rename container demo-sandbox-web-1 to demo-sandbox-web-1.old  (kept until the new container is ready)  after 2
         4. create container demo-sandbox-web-1 from web:2  (config changed: image)  after 3
              image: web:1 → web:2
         5. start container demo-sandbox-web-1  (config changed: image)  after 4
         6. wait until demo-sandbox-web-1 stays up  (must stay up for 3 s)  after 5
         7. remove container demo-sandbox-web-1.old  (the new container is ready)  after 6
         8. stop container demo-sandbox-web-2  (config changed: image)  after 7
         9. rename container demo-sandbox-web-2 to demo-sandbox-web-2.old  (kept until the new container is ready)  after 8
        10. create container demo-sandbox-web-2 from web:2  (config changed: image)  after 9
              image: web:1 → web:2
        11. start container demo-sandbox-web-2  (config changed: image)  after 10
        12. wait until demo-sandbox-web-2 stays up  (must stay up for 3 s)  after 11
        13. remove container demo-sandbox-web-2.old  (the new container is ready)  after 12
      "
    `);
  });
});

describe('a service of several containers', () => {
  it('is called and numbered in the way of Compose, under one hash', () => {
    const world = new World();
    const created = planOf(world, web(3)).operations.filter(({ kind }) => kind === 'CREATE_CONTAINER');
    const numbers = created.map((operation) =>
      operation.kind === 'CREATE_CONTAINER'
        ? [operation.name, operation.desired.container.labels[COMPOSE_LABELS.number]]
        : [],
    );
    expect(numbers).toEqual([
      ['demo-sandbox-web-1', '1'],
      ['demo-sandbox-web-2', '2'],
      ['demo-sandbox-web-3', '3'],
    ]);
    apply(world, web(3));
    expect(new Set([...world.containers.values()].map(({ configHash }) => configHash)).size).toBe(1);
    expect(planOf(world, web(3))).toMatchObject({ operations: [], unchanged: ['web'] });
  });

  it('keeps the containers that stay when it is scaled', () => {
    const world = apply(new World(), web(2));
    const ids = () => [...world.containers.values()].map(({ id }) => id).slice(0, 2);
    const before = ids();
    apply(world, web(3));
    expect(ids()).toEqual(before);
    apply(world, web(2));
    expect(ids()).toEqual(before);
    expect(names(world)).toEqual(['demo-sandbox-web-1', 'demo-sandbox-web-2']);
  });

  it('never has fewer than all but one up while it is updated', () => {
    const world = apply(new World(), web(3));
    const up: number[] = [];
    world.afterEach = () => {
      up.push([...world.containers.values()].filter(({ state }) => state === 'running').length);
    };
    apply(world, web(3, { image: 'web:2' }));
    expect(Math.min(...up)).toBe(2);
    expect(names(world)).toEqual(['demo-sandbox-web-1', 'demo-sandbox-web-2', 'demo-sandbox-web-3']);
  });

  it('is waited for as a whole by what depends on it', () => {
    const app = service('app', {
      dependsOn: { web: { condition: 'service_healthy', restart: false, required: true } },
    });
    const desired = desiredState(stack(service('web', { replicas: 2, healthcheck }), app), target);
    const start = planOf(new World(), desired).operations.find(({ key }) =>
      key.startsWith('start:demo-sandbox-app'),
    );
    expect(start?.after).toEqual(
      expect.arrayContaining(['wait:demo-sandbox-web-1', 'wait:demo-sandbox-web-2']),
    );
  });

  it('has drifted when one of them is gone, or one too many is there', () => {
    const world = apply(new World(), web(2));
    const observed = world.observe();
    const one = { ...observed, containers: observed.containers.slice(0, 1) };
    expect(findDrift(web(2), one, world.now())).toEqual([
      { kind: 'SERVICE', name: 'web', cause: { code: 'ABSENT' } },
    ]);
    expect(findDrift(web(1), observed, world.now())).toEqual([
      { kind: 'SERVICE', name: 'web', cause: { code: 'SCALED_DOWN' } },
    ]);
  });
});
