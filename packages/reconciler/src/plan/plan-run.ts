import type {
  Cause,
  DesiredService,
  DesiredState,
  ObservedContainer,
  ObservedState,
  Plan,
} from '@jalon/contracts';
import type { VerdictOptions } from './container-state';
import { networkTrouble } from './network-fate';
import { containersByService, type OwnContainers, type OwnReplicas, ownReplicas } from './own-containers';
import { planJobsInTheWay, planOrphans } from './plan-orphans';
import { planReplicas } from './plan-replicas';
import { planImages, planNetworks, planVolumes } from './plan-resources';
import { planService } from './plan-service';
import type { ReconcilePolicy } from './reconcile-policy';
import { dependentsOf, serviceOrder } from './service-order';
import { lastKey, type ServicePlan } from './step';
import { wire } from './wire';

/** The plan that makes every service of the revision run, and nothing else of ours. */
export function planRun(
  desired: DesiredState,
  observed: ObservedState,
  policy: ReconcilePolicy,
  now: Date,
): Plan {
  const services = planServices(desired, observed, policy, now);
  const plans = [
    ...planOrphans(desired, observed),
    ...planJobsInTheWay(desired, observed),
    ...services,
  ].filter(({ steps }) => steps.length > 0);
  const images = planImages(desired, observed, plans);
  const resources = [
    ...planNetworks(desired, observed, removalsOf(plans)),
    ...planVolumes(desired, observed),
  ];
  const operations = wire({ desired, observed, images, resources, plans });
  const changed = new Set(plans.map(({ service }) => service));
  const unchanged = Object.keys(desired.services).filter((service) => !changed.has(service));
  return { operations, unchanged: unchanged.sort(), refusals: policy.refusals };
}

function planServices(
  desired: DesiredState,
  observed: ObservedState,
  policy: ReconcilePolicy,
  now: Date,
): ServicePlan[] {
  const byService = containersByService(observed.containers);
  const owned = new Map(
    Object.values(desired.services).map(({ service, containerName, replicas }) => [
      service,
      ownReplicas(byService.get(service) ?? [], containerName, replicas),
    ]),
  );
  const plans = new Map<string, ServicePlan[]>();
  for (const service of serviceOrder(desired.services)) {
    const own = owned.get(service.service) ?? { replicas: [], beyond: [], strays: [] };
    const dependents = dependentsOf(desired.services, service.service);
    const waitedFor = (condition: string) =>
      dependents.some((other) => other.dependsOn[service.service]?.condition === condition);
    const shared = {
      observed,
      policy,
      verdict: verdictOptions(waitedFor('service_completed_successfully'), policy, now),
      healthExpected: waitedFor('service_healthy'),
      restartCause: (container: ObservedContainer) => restartCause(service, container, owned, plans),
    };
    const chains = planReplicas(service, own, (replica, pair) =>
      planService({
        ...shared,
        desired: replica,
        own: pair,
        mustGo: networkTrouble(replica, pairOf(pair), desired, observed),
      }),
    );
    plans.set(service.service, chains);
  }
  return [...plans.values()].flat();
}

function verdictOptions(completes: boolean, policy: ReconcilePolicy, now: Date): VerdictOptions {
  const requestedAt = policy.requestedAt === null ? now : new Date(policy.requestedAt);
  return {
    completes,
    now,
    runningWindowMs: policy.runningWindowMs,
    restartBefore: policy.action === 'RESTART' ? requestedAt : null,
  };
}

/**
 * `restart: true` on a dependency: this service starts again when the dependency does, and also when it already did
 * and the worker died before it came to this service.
 */
function restartCause(
  service: DesiredService,
  container: ObservedContainer,
  owned: ReadonlyMap<string, OwnReplicas>,
  plans: ReadonlyMap<string, ServicePlan[]>,
): Cause | null {
  if (container.state !== 'running') return null;
  for (const [name, { restart }] of Object.entries(service.dependsOn)) {
    if (!restart) continue;
    const chains = plans.get(name) ?? [];
    const willStart = chains.some((plan) => lastKey(plan, 'START_CONTAINER') !== null);
    const staying = (owned.get(name)?.replicas ?? []).map((own) => remaining(own, chains));
    if (willStart || staying.some((dependency) => startedAfter(dependency, container)))
      return { code: 'DEPENDENCY_RESTARTED', service: name };
  }
  return null;
}

/** The container of a replica that the plan does not start: the previous one, where it is brought back as it runs. */
function remaining(own: OwnContainers, chains: readonly ServicePlan[]): ObservedContainer | null {
  const isBroughtBack = chains
    .flatMap(({ steps }) => steps)
    .some(({ operation }) => operation.kind === 'RENAME_CONTAINER' && operation.container === own.old?.name);
  return isBroughtBack ? own.old : own.current;
}

/** Start times may be read off a status text, which counts whole seconds. */
const CLOCK_GRAIN_MS = 1_000;

function startedAfter(dependency: ObservedContainer | null, container: ObservedContainer): boolean {
  if (!dependency?.startedAt || !container.startedAt) return false;
  return Date.parse(dependency.startedAt) > Date.parse(container.startedAt) + CLOCK_GRAIN_MS;
}

function pairOf({ current, old }: OwnContainers): ObservedContainer[] {
  return [current, old].filter((container) => container !== null);
}

/** Container → key of what removes it. A container that is set aside is removed under its second name. */
function removalsOf(plans: ServicePlan[]): Map<string, string> {
  const removals = new Map<string, string>();
  for (const { steps } of plans) {
    const renamed = new Map<string, string>();
    for (const { operation } of steps) {
      if (operation.kind === 'RENAME_CONTAINER') renamed.set(operation.name, operation.container);
      if (operation.kind !== 'REMOVE_CONTAINER') continue;
      removals.set(renamed.get(operation.container) ?? operation.container, operation.key);
    }
  }
  return removals;
}
