import type { DependencyModel, DesiredState, ServiceModel, StackModel } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { desiredState } from '../desired/desired-state';
import { replicasOf } from '../desired/replica';
import { healthcheck, service, stack, target } from '../testing/stacks';
import { World } from '../testing/world';
import { printPlan } from './print-plan';
import { reconcile } from './reconcile';
import type { ReconcilePolicy } from './reconcile-policy';

// A law takes hundreds of runs; a busy machine may need a while for them.
vi.setConfig({ testTimeout: 60_000 });

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const OPENED: ServiceModel['jalon'] = {
  ...service('').jalon,
  expose: { port: 8080, basePath: 'strip' },
};

/** Services a…e; each may depend on those before it, publish a port from a small pool, share networks and volumes. */
const stacks: fc.Arbitrary<StackModel> = fc
  .array(
    fc.record({
      present: fc.boolean(),
      version: fc.integer({ min: 1, max: 2 }),
      value: fc.integer({ min: 1, max: 2 }),
      checked: fc.boolean(),
      network: fc.constantFrom('default', 'back'),
      volume: fc.constantFrom('', 'data', 'anonymous'),
      dependencies: fc.array(fc.record({ index: fc.nat(4), restart: fc.boolean(), kind: fc.nat(2) }), {
        maxLength: 2,
      }),
      port: fc.option(fc.nat(5), { nil: null }),
      exposed: fc.boolean(),
      replicas: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 5, maxLength: 5 },
  )
  .chain((rows) => fc.boolean().map((internal) => ({ rows, internal })))
  .map(({ rows, internal }) => {
    const present = NAMES.filter((_, index) => rows[index]?.present);
    const ports = new Set<number>();
    const services = rows.flatMap((row, index): ServiceModel[] => {
      const name = NAMES[index] ?? '';
      if (!row.present) return [];
      const dependsOn: Record<string, DependencyModel> = {};
      for (const { index: other, restart, kind } of row.dependencies) {
        const dependency = NAMES[other] ?? '';
        if (other >= index || !present.includes(dependency)) continue;
        const healthy = kind === 1 && rows[other]?.checked;
        // Service "a" is the one that ends by itself in every stack that waits for its completion.
        const condition =
          other === 0 ? 'service_completed_successfully' : healthy ? 'service_healthy' : 'service_started';
        dependsOn[dependency] = { condition, restart: other === 0 ? false : restart, required: true };
      }
      const published = row.port === null || ports.has(row.port) ? null : 8000 + row.port;
      if (row.port !== null) ports.add(row.port);
      return [
        service(name, {
          image: `${name}:${row.version}`,
          environment: { VALUE: String(row.value) },
          healthcheck: row.checked ? healthcheck : null,
          jalon: row.exposed ? OPENED : service(name).jalon,
          networks: { [row.network]: [] },
          dependsOn,
          // Only one of several can hold a port of the host; the reader of the file refuses it.
          replicas: published === null ? row.replicas : 1,
          ports: published === null ? [] : [{ hostIp: '0.0.0.0', published, target: 80, protocol: 'tcp' }],
          mounts:
            row.volume === ''
              ? []
              : [
                  {
                    type: 'volume',
                    source: row.volume === 'data' ? 'data' : '',
                    target: '/data',
                    readOnly: false,
                  },
                ],
        }),
      ];
    });
    const model = stack(...services);
    if (model.networks.back) model.networks.back.internal = internal;
    return model;
  });

function prepare(world: World, model: StackModel): DesiredState {
  const desired = desiredState(model, target);
  world.checked.clear();
  world.oneShots.clear();
  for (const { service: name, hasHealthcheck, dependsOn } of Object.values(desired.services)) {
    if (hasHealthcheck) world.checked.add(name);
    for (const [other, { condition }] of Object.entries(dependsOn))
      if (condition === 'service_completed_successfully') world.oneShots.add(other);
  }
  return desired;
}

/**
 * Applies a plan, all of it or the first `limit` operations, and returns how many there were. Like an executor with
 * many hands it takes any operation whose dependencies are met: `order` chooses among them.
 */
function run(
  world: World,
  desired: DesiredState,
  policy: Partial<ReconcilePolicy>,
  { limit = Number.POSITIVE_INFINITY, order = 0 } = {},
): number {
  const plan = reconcile(desired, world.observe(), policy, world.now());
  const remaining = [...plan.operations];
  const done = new Set<string>();
  let choice = order;
  while (remaining.length > 0 && done.size < limit) {
    const ready = remaining.filter(({ after }) => after.every((key) => done.has(key)));
    const next = ready[choice % ready.length];
    if (!next) throw new Error(`nothing can be done:\n${printPlan(plan)}`);
    choice = (choice * 31 + 7) % 9973;
    world.apply(next);
    done.add(next.key);
    remaining.splice(remaining.indexOf(next), 1);
  }
  return plan.operations.length;
}

function expectConverged(world: World, desired: DesiredState): void {
  const wanted = Object.values(desired.services).flatMap(replicasOf);
  const containers = [...world.containers.values()];
  expect(containers.map(({ name }) => name).sort()).toEqual(wanted.map((one) => one.containerName).sort());
  for (const { containerName, configHash, service: name } of wanted) {
    const container = world.containers.get(containerName);
    expect(container?.configHash).toBe(configHash);
    expect(container?.state).toBe(world.oneShots.has(name) ? 'exited' : 'running');
    if (!world.oneShots.has(name))
      expect(container?.health).toBe(world.checked.has(name) ? 'healthy' : 'none');
  }
  const networks = Object.values(desired.networks).map(({ name, configHash }) => `${name} ${configHash}`);
  expect([...world.networks.values()].map(({ name, configHash }) => `${name} ${configHash}`).sort()).toEqual(
    networks.sort(),
  );
}

function expectNothingToDo(world: World, desired: DesiredState): void {
  const plan = reconcile(desired, world.observe(), {}, world.now());
  expect(printPlan({ ...plan, unchanged: [] })).toBe('Nothing to do.\n');
  expect(plan.unchanged).toEqual(Object.keys(desired.services).sort());
}

function lengthOf(world: World, desired: DesiredState): number {
  return reconcile(desired, world.observe(), {}, world.now()).operations.length;
}

describe('reconcile, applied', () => {
  it('ends where the revision says, from any other revision, and then has nothing to do', () => {
    fc.assert(
      fc.property(stacks, stacks, fc.nat(9000), (before, after, order) => {
        const world = new World();
        run(world, prepare(world, before), {}, { order });
        const desired = prepare(world, after);
        run(world, desired, {}, { order });
        expectConverged(world, desired);
        expectNothingToDo(world, desired);
      }),
      { numRuns: 250 },
    );
  });

  it('converges from a crash after every operation, twice in a row, with the same or with another revision', () => {
    const numbers = fc.record({ second: fc.nat(), order: fc.nat(9000), same: fc.boolean() });
    fc.assert(
      fc.property(stacks, stacks, stacks, numbers, (before, failing, last, { second, order, same }) => {
        const probe = new World();
        run(probe, prepare(probe, before), {});
        const length = lengthOf(probe, prepare(probe, failing));
        for (let crash = 0; crash <= length; crash += 1) {
          const world = new World();
          run(world, prepare(world, before), {}, { order });
          run(world, prepare(world, failing), {}, { order, limit: crash });
          const desired = prepare(world, same ? failing : last);
          const left = lengthOf(world, desired);
          run(world, desired, {}, { order, limit: left === 0 ? 0 : second % left });
          run(world, desired, {}, { order });
          expectConverged(world, desired);
          expectNothingToDo(world, desired);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes back to the revision before after a crash anywhere', () => {
    fc.assert(
      fc.property(stacks, stacks, fc.nat(), fc.nat(9000), (good, bad, point, order) => {
        const world = new World();
        const first = prepare(world, good);
        run(world, first, {});
        const length = lengthOf(world, prepare(world, bad));
        run(world, prepare(world, bad), {}, { order, limit: length === 0 ? 0 : point % length });
        run(world, prepare(world, good), {}, { order });
        expectConverged(world, first);
        expectNothingToDo(world, first);
      }),
      { numRuns: 200 },
    );
  });

  it('replaces what the gateway opens without a moment in which none of the two is healthy', () => {
    const opened = (value: string): StackModel =>
      stack(service('a', { healthcheck, jalon: OPENED, environment: { VALUE: value } }));
    for (let crash = 0; crash <= 9; crash += 1) {
      const world = new World();
      run(world, prepare(world, opened('1')), {});
      const served: boolean[] = [];
      world.afterEach = () => {
        served.push([...world.containers.values()].some(({ health }) => health === 'healthy'));
      };
      const desired = prepare(world, opened('2'));
      run(world, desired, {}, { limit: crash });
      run(world, desired, {});
      expect(served.length).toBeGreaterThan(6);
      expect(served, `after a crash at ${crash}`).not.toContain(false);
      expectConverged(world, desired);
      expectNothingToDo(world, desired);
    }
  });

  it('only waits for a service that runs when a new revision asks for its end', () => {
    const waiting = service('c', {
      dependsOn: { a: { condition: 'service_completed_successfully', restart: false, required: true } },
    });
    const world = new World();
    run(world, prepare(world, stack(service('a'))), {});
    const desired = prepare(world, stack(service('a'), waiting));
    const plan = reconcile(desired, world.observe(), {}, world.now());
    expect(plan.operations.filter((one) => one.service === 'a').map(({ key }) => key)).toEqual([
      'wait:demo-sandbox-a-1',
    ]);
    run(world, desired, {});
    expectConverged(world, desired);
    expectNothingToDo(world, desired);
  });

  it('restarts dependents of a container that is brought back while it still serves', () => {
    const opened = (value: string) =>
      service('b', { healthcheck, jalon: OPENED, environment: { VALUE: value } });
    const dependent = (restart: boolean) =>
      service('c', { dependsOn: { b: { condition: 'service_started', restart, required: true } } });
    const world = new World();
    run(world, prepare(world, stack(service('c'))), {});
    run(world, prepare(world, stack(opened('1'), service('c'))), {});
    // The update is interrupted when the serving container was set aside and runs on.
    const failing = prepare(world, stack(opened('2'), service('c')));
    run(world, failing, {}, { limit: 1 });
    expect(world.containers.get('demo-sandbox-b-1.old')?.state).toBe('running');
    const desired = prepare(world, stack(opened('1'), dependent(true)));
    run(world, desired, {});
    expectConverged(world, desired);
    expectNothingToDo(world, desired);
  });

  it('stops, starts, restarts and removes from any point of an update', () => {
    fc.assert(
      fc.property(stacks, stacks, fc.nat(), fc.nat(9000), (before, after, point, order) => {
        const world = new World();
        run(world, prepare(world, before), {});
        const desired = prepare(world, after);
        const length = lengthOf(world, desired);
        run(world, desired, {}, { order, limit: length === 0 ? 0 : point % length });

        run(world, desired, { action: 'STOP' }, { order });
        expect([...world.containers.values()].filter(({ state }) => state === 'running')).toEqual([]);
        expect([...world.containers.keys()].filter((name) => name.endsWith('.old'))).toEqual([]);
        expect(run(world, desired, { action: 'STOP' })).toBe(0);

        run(world, desired, { action: 'START' }, { order });
        expectConverged(world, desired);

        const requestedAt = world.now().toISOString();
        world.clock += 1;
        run(world, desired, { action: 'RESTART', requestedAt }, { order });
        expectConverged(world, desired);
        expect(run(world, desired, { action: 'RESTART', requestedAt })).toBe(0);

        const volumes = [...world.volumes.keys()];
        run(world, desired, { action: 'REMOVE' }, { order });
        expect([...world.containers.keys(), ...world.networks.keys()]).toEqual([]);
        expect([...world.volumes.keys()]).toEqual(volumes);
        expect(run(world, desired, { action: 'REMOVE' })).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
