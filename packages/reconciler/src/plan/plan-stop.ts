import type { DesiredState, ObservedContainer, ObservedState, Operation, Plan } from '@jalon/contracts';
import { DEFAULT_STOP_GRACE_MS } from '../desired/container-spec';
import { containerName } from '../desired/names';
import { containersByService, ownContainers } from './own-containers';
import type { ReconcilePolicy } from './reconcile-policy';
import { dependentsOf } from './service-order';
import { bringBackStep, dropSteps, stopSteps } from './service-steps';
import type { Step } from './step';
import { topological } from './wire';

/** Stops every service, dependents first, and keeps the containers; what an interrupted update left is tidied up. */
export function planStop(desired: DesiredState, observed: ObservedState, policy: ReconcilePolicy): Plan {
  const byService = [...containersByService(observed.containers)].sort(([a], [b]) => (a < b ? -1 : 1));
  const chains = byService.map(([service, containers]) => {
    const name = desired.services[service]?.containerName ?? containerName(desired.target, service);
    const grace = desired.services[service]?.stopGracePeriodMs ?? DEFAULT_STOP_GRACE_MS;
    const own = ownContainers(containers, name);
    const stop = (one: ObservedContainer) => stopSteps(one, { code: 'STACK_STOPPED' }, grace);
    const drop = (one: ObservedContainer) => dropSteps(one, { code: 'LEFT_BY_INTERRUPTION' }, grace);
    const kept = own.current ?? own.old;
    const extra = own.current && own.old ? [own.old, ...own.strays] : own.strays;
    const back = kept && kept === own.old ? [bringBackStep(name, { code: 'ONLY_ONE_LEFT' })] : [];
    return { service, steps: [...(kept ? stop(kept) : []), ...back, ...extra.flatMap(drop)] };
  });
  const unchanged = chains.filter(({ steps }) => steps.length === 0).map(({ service }) => service);
  const stopKeys = new Map(chains.map(({ service, steps }) => [service, stopKeysOf(steps)]));
  const operations = chains.flatMap(({ service, steps }) => chain(steps, service, desired, stopKeys));
  return { operations: topological(operations), unchanged, refusals: policy.refusals };
}

/** Removes containers, jobs' own included, and networks. Volumes stay: they have their own operation. */
export function planRemove(desired: DesiredState, observed: ObservedState, policy: ReconcilePolicy): Plan {
  const groups = new Map<string, ObservedContainer[]>();
  for (const container of observed.containers) {
    const key = container.kind === 'job' ? `job ${container.name}` : container.service;
    groups.set(key, [...(groups.get(key) ?? []), container]);
  }
  const chains = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([service, containers]) => {
      const grace = desired.services[service]?.stopGracePeriodMs ?? DEFAULT_STOP_GRACE_MS;
      return {
        service,
        steps: containers.flatMap((one) => dropSteps(one, { code: 'STACK_REMOVED' }, grace)),
      };
    });
  const stopKeys = new Map(chains.map(({ service, steps }) => [service, stopKeysOf(steps)]));
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

function stopKeysOf(steps: Step[]): string[] {
  return steps
    .filter(({ operation }) => operation.kind === 'STOP_CONTAINER')
    .map(({ operation }) => operation.key);
}
