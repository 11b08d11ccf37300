import type { ServiceModel } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { desiredState } from '../desired/desired-state';
import { service, stack, target } from '../testing/stacks';
import { World } from '../testing/world';
import { printPlan } from './print-plan';
import { reconcile } from './reconcile';

const MIB = 1024 ** 2;
const volume = (source: string, readOnly: boolean) =>
  ({ type: 'volume', source, target: '/data', readOnly }) as const;

const web = (differences: Partial<ServiceModel>) => desiredState(stack(service('web', differences)), target);

/** A world in which a service runs, and the plan that changes it. */
function planned(before: Partial<ServiceModel>, after: Partial<ServiceModel>, forget = false) {
  const world = new World();
  for (const operation of reconcile(web(before), world.observe(), {}, world.now()).operations)
    world.apply(operation);
  const observed = world.observe();
  if (forget) observed.containers = observed.containers.map(({ facts: _, ...container }) => container);
  return reconcile(web(after), observed, {}, world.now());
}

const BEFORE: Partial<ServiceModel> = {
  environment: { GREETING: 'hello', OLD: 'gone', PASSWORD: 's3cret-before' },
  command: ['serve', '--token', 's3cret-before'],
  ports: [{ hostIp: '127.0.0.1', published: 8000, target: 80, protocol: 'tcp' }],
  mounts: [volume('data', false)],
  memoryBytes: 512 * MIB,
};
const AFTER: Partial<ServiceModel> = {
  image: 'web:2',
  environment: { GREETING: 'bonjour', NEW: 'here', PASSWORD: 's3cret-after' },
  command: ['serve', '--token', 's3cret-after'],
  ports: [],
  mounts: [volume('data', true)],
  memoryBytes: 1024 * MIB,
  cpus: 0.5,
};

describe('what changes, before and after', () => {
  it('stands below the new container, in the text of the plan', () => {
    expect(printPlan(planned(BEFORE, AFTER))).toMatchInlineSnapshot(`
      "7 operations.
        1. pull image web:2  (the host does not have it)
        2. stop container demo-sandbox-web-1  (config changed: command, cpus, environment.GREETING, environment.NEW, environment.OLD, environment.PASSWORD, image, memoryBytes, ports, volumes./data)  after 1
        3. rename container demo-sandbox-web-1 to demo-sandbox-web-1.old  (kept until the new container is ready)  after 2
        4. create container demo-sandbox-web-1 from web:2  (config changed: command, cpus, environment.GREETING, environment.NEW, environment.OLD, environment.PASSWORD, image, memoryBytes, ports, volumes./data)  after 3
             command: changed
             cpus: 1 → 0.5
             environment.GREETING: changed
             environment.NEW: added
             environment.OLD: removed
             environment.PASSWORD: changed
             image: web:1 → web:2
             memoryBytes: 512 MiB → 1 GiB
             ports: 127.0.0.1:8000:80 → none
             volumes./data: demo-sandbox_data → demo-sandbox_data, read only
        5. start container demo-sandbox-web-1  (config changed: command, cpus, environment.GREETING, environment.NEW, environment.OLD, environment.PASSWORD, image, memoryBytes, ports, volumes./data)  after 4
        6. wait until demo-sandbox-web-1 stays up  (must stay up for 3 s)  after 5
        7. remove container demo-sandbox-web-1.old  (the new container is ready)  after 6
      "
    `);
  });

  it('never shows what may hold a secret: not in text, not in data, not on the container', () => {
    const plan = planned(BEFORE, AFTER);
    const changes = plan.operations.flatMap((one) =>
      one.kind === 'CREATE_CONTAINER' ? (one.changes ?? []) : [],
    );
    expect(changes.length).toBeGreaterThan(5);
    expect(JSON.stringify(changes)).not.toMatch(/s3cret|hello|bonjour/);
    expect(printPlan(plan)).not.toMatch(/s3cret|hello|bonjour/);
    expect(JSON.stringify(web(AFTER).services.web?.container.labels)).not.toMatch(/s3cret|hello|bonjour/);
  });

  it('says what is now where the container does not tell what it was', () => {
    const text = printPlan(planned({ cpus: 1, command: ['a'] }, { cpus: 2, command: ['b'] }, true));
    expect(text).toContain('command: changed\n');
    expect(text).toContain('cpus: now 2\n');
  });

  it('is nothing for a container that is made again as it was', () => {
    const world = new World();
    for (const operation of reconcile(web({}), world.observe(), {}, world.now()).operations)
      world.apply(operation);
    const observed = world.observe();
    observed.containers = observed.containers.map((one) => ({ ...one, state: 'dead' }));
    const plan = reconcile(web({}), observed, {}, world.now());
    const create = plan.operations.find(({ kind }) => kind === 'CREATE_CONTAINER');
    expect(create && 'changes' in create).toBe(false);
  });
});
