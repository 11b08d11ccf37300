import type { DesiredState, ObservedState, Operation } from '@jalon/contracts';
import { portHolders } from './port-conflicts';
import { chainsByService, early, type Gate, lastKey, type ServicePlan, type Step } from './step';

export interface Wiring {
  desired: DesiredState;
  observed: ObservedState;
  images: Operation[];
  resources: Operation[];
  /** One per service that has something to do, orphans included. */
  plans: ServicePlan[];
}

/** Gives each step what it comes after, and returns every operation in an order that respects it. */
export function wire(wiring: Wiring): Operation[] {
  const plans = freePortsFirst(wiring);
  const byService = chainsByService(plans);
  const operations = plans.flatMap((plan) => wireService(plan, byService, wiring));
  return topological([...wiring.images, ...wiring.resources, ...operations]);
}

function wireService(
  plan: ServicePlan,
  plans: ReadonlyMap<string, ServicePlan[]>,
  wiring: Wiring,
): Operation[] {
  const passed = new Set<Gate>();
  let previous: string | null = null;
  return plan.steps.map(({ operation, gates }) => {
    const after = new Set<string>(previous === null ? [] : [previous]);
    for (const gate of gates) {
      if (passed.has(gate)) continue;
      passed.add(gate);
      for (const key of gateKeys(gate, plan.service, plans, wiring)) after.add(key);
    }
    if (operation.kind === 'START_CONTAINER')
      for (const key of portKeys(plan.service, plans, wiring)) after.add(key);
    previous = operation.key;
    return { ...operation, after: [...after], service: plan.service };
  });
}

function gateKeys(
  gate: Gate,
  service: string,
  plans: ReadonlyMap<string, ServicePlan[]>,
  { desired, images, resources }: Wiring,
): string[] {
  const wanted = desired.services[service];
  if (!wanted) return gate === 'images' ? images.map((operation) => operation.key) : [];
  if (gate === 'images')
    return images.filter((operation) => 'image' in operation && operation.image === wanted.image).map(keyOf);
  if (gate === 'resources') {
    const sources = new Set(wanted.container.mounts.map((mount) => mount.source));
    return resources
      .filter((operation) => {
        if (operation.kind === 'CREATE_NETWORK')
          return Object.hasOwn(wanted.container.networks, operation.network.name);
        return operation.kind === 'CREATE_VOLUME' && sources.has(operation.volume.name);
      })
      .map(keyOf);
  }
  return Object.entries(wanted.dependsOn).flatMap(([name, { condition }]) => {
    // Of several containers, all that the plan starts: a dependent begins with the whole service.
    return (plans.get(name) ?? []).flatMap((chain) => {
      const started = lastKey(chain, 'START_CONTAINER');
      if (condition === 'service_started') return started ?? [];
      return lastKey(chain, 'WAIT_HEALTHY', 'WAIT_RUNNING', 'WAIT_COMPLETED') ?? started ?? [];
    });
  });
}

/** A port moves from one service to another: whoever holds it stops before the other starts. */
function portKeys(service: string, plans: ReadonlyMap<string, ServicePlan[]>, wiring: Wiring): string[] {
  const wanted = wiring.desired.services[service];
  if (!wanted) return [];
  return portHolders(wanted, wiring.observed).flatMap((holder) => {
    const steps = (plans.get(holder.service) ?? []).flatMap((plan) => plan.steps);
    const stop = steps.find(({ operation }) => stops(operation, holder.name));
    return stop ? stop.operation.key : [];
  });
}

/** Holders of a moving port must not wait for dependencies before they stop: the one that starts may be one. */
function freePortsFirst({ desired, observed, plans }: Wiring): ServicePlan[] {
  const holders = new Set(
    Object.values(desired.services)
      .flatMap((service) => portHolders(service, observed))
      .map((container) => container.name),
  );
  return plans.map((plan) => {
    const last = plan.steps.findLastIndex(({ operation }) =>
      [...holders].some((name) => stops(operation, name)),
    );
    const head: Step[] = early(plan.steps.slice(0, last + 1));
    return { service: plan.service, steps: [...head, ...plan.steps.slice(last + 1)] };
  });
}

function stops(operation: Step['operation'], container: string): boolean {
  return operation.kind === 'STOP_CONTAINER' && operation.container === container;
}

function keyOf(operation: Operation): string {
  return operation.key;
}

/** Keeps the given order where the edges allow it, so that equal input gives an equal plan. */
export function topological(operations: Operation[]): Operation[] {
  const remaining = [...operations];
  const keys = new Set(operations.map(keyOf));
  const done = new Set<string>();
  const ordered: Operation[] = [];
  while (remaining.length > 0) {
    const next = remaining.findIndex(({ after }) => after.every((key) => done.has(key) || !keys.has(key)));
    const [operation] = remaining.splice(next, 1);
    if (next < 0 || !operation)
      throw new Error(`The plan goes round in a circle: ${remaining.map(keyOf).join(', ')}`);
    ordered.push(operation);
    done.add(operation.key);
  }
  return ordered;
}
