import type { DesiredState, ObservedContainer, ObservedState, Operation, Plan } from '@jalon/contracts';
import { DEFAULT_STOP_GRACE_MS } from '../desired/container-spec';
import { containerName, containerNumber } from '../desired/names';
import { containersByService, ownReplicas } from './own-containers';
import type { ReconcilePolicy } from './reconcile-policy';
import { dependentsOf } from './service-order';
import { bringBackStep, dropSteps, stopSteps } from './service-steps';
import { chainsByService, type Step } from './step';
import { topological } from './wire';

/** Stops every service, dependents first, and keeps the containers; what an interrupted update left is tidied up. */
export function planStop(desired: DesiredState, observed: ObservedState, policy: ReconcilePolicy): Plan {
  const byService = [...containersByService(observed.containers)].sort(([a], [b]) => (a < b ? -1 : 1));
  const chainsOf = byService.map(([service, containers]) => {
    const name = desired.services[service]?.containerName ?? containerName(desired.target, service);
    const grace = desired.services[service]?.stopGracePeriodMs ?? DEFAULT_STOP_GRACE_MS;
    const { replicas, strays } = ownReplicas(containers, name, null);
    const stop = (one: ObservedContainer) => stopSteps(one, { code: 'STACK_STOPPED' }, grace);
    const drop = (one: ObservedContainer) => dropSteps(one, { code: 'LEFT_BY_INTERRUPTION' }, grace);
    const steps = replicas.map(({ current, old }) => {
      const kept = current ?? old;
      const back =
        kept && kept === old
          ? [bringBackStep(kept.name.replace(/\.old$/, ''), { code: 'ONLY_ONE_LEFT' })]
          : [];
      return [...(kept ? stop(kept) : []), ...back, ...(current && old ? drop(old) : [])];
    });
    return [...steps, strays.flatMap(drop)].map((chain) => ({ service, steps: chain }));
  });
  const chains = chainsOf.flat();
  const busy = new Set(chains.filter(({ steps }) => steps.length > 0).map(({ service }) => service));
  const unchanged = byService.map(([service]) => service).filter((service) => !busy.has(service));
  const stopKeys = stopKeysByService(chains);
  const operations = chains.flatMap(({ service, steps }) => chain(steps, service, desired, stopKeys));
  return { operations: topological(operations), unchanged, refusals: policy.refusals };
}

/** Removes containers, jobs' own included, and networks. Volumes stay: they have their own operation. */
export function planRemove(desired: DesiredState, observed: ObservedState, policy: ReconcilePolicy): Plan {
  const groups = new Map<string, { service: string; containers: ObservedContainer[] }>();
  for (const container of observed.containers) {
    const isJob = container.kind === 'job';
    const service = isJob ? `job ${container.name}` : container.service;
    // One that was set aside goes in its turn; several of one service go side by side.
    const key = isJob
      ? service
      : `${service} ${String(containerNumber(container.name) ?? 0).padStart(6, '0')}`;
    const group = groups.get(key) ?? { service, containers: [] };
    groups.set(key, { service, containers: [...group.containers, container] });
  }
  const chains = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { service, containers }]) => {
      const grace = desired.services[service]?.stopGracePeriodMs ?? DEFAULT_STOP_GRACE_MS;
      return {
        service,
        steps: containers.flatMap((one) => dropSteps(one, { code: 'STACK_REMOVED' }, grace)),
      };
    });
  const stopKeys = stopKeysByService(chains);
  const containers = chains.flatMap(({ service, steps }) => chain(steps, service, desired, stopKeys));
  const removals = containers.filter(({ kind }) => kind === 'REMOVE_CONTAINER').map(({ key }) => key);
  const networks = observed.networks.map(
    ({ name }): Operation => ({
      kind: 'REMOVE_NETWORK',
      key: `remove-network:${name}`,
      cause: { code: 'STACK_REMOVED' },
      after: removals,
      service: null,
      name,
    }),
  );
  return { operations: topological([...containers, ...networks]), unchanged: [], refusals: policy.refusals };
}

/** One after the other; the first stop waits until those that need this service have stopped. */
function chain(
  steps: Step[],
  service: string,
  desired: DesiredState,
  stopKeys: ReadonlyMap<string, string[]>,
): Operation[] {
  const dependents = dependentsOf(desired.services, service).flatMap(
    (one) => stopKeys.get(one.service) ?? [],
  );
  let previous: string[] = dependents;
  return steps.map(({ operation }) => {
    const after = previous;
    previous = [operation.key];
    return { ...operation, after, service };
  });
}

function stopKeysByService(chains: { service: string; steps: Step[] }[]): Map<string, string[]> {
  const byService = chainsByService(chains);
  return new Map(
    [...byService].map(([service, own]) => [service, own.flatMap(({ steps }) => stopKeysOf(steps))]),
  );
}

function stopKeysOf(steps: Step[]): string[] {
  return steps
    .filter(({ operation }) => operation.kind === 'STOP_CONTAINER')
    .map(({ operation }) => operation.key);
}
