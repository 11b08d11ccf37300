import type { DesiredState, ObservedState } from '@jalon/contracts';
import { DEFAULT_STOP_GRACE_MS } from '../desired/container-spec';
import { outdatedNetworks } from './network-fate';
import { containersByService } from './own-containers';
import { attachedTo } from './plan-resources';
import { dropSteps } from './service-steps';
import { early, type ServicePlan } from './step';

/** Services that the revision no longer has: stopped and removed, once the images of the others are there. */
export function planOrphans(desired: DesiredState, observed: ObservedState): ServicePlan[] {
  const orphans = [...containersByService(observed.containers)].filter(
    ([service]) => !Object.hasOwn(desired.services, service),
  );
  return orphans.sort(byName).map(([service, containers]) => ({
    service,
    steps: early(
      containers.flatMap((container) =>
        dropSteps(container, { code: 'SERVICE_GONE' }, DEFAULT_STOP_GRACE_MS),
      ),
    ),
  }));
}

/** Job containers on a network that is made anew: they hold it, so they go. Other jobs are left to their runs. */
export function planJobsInTheWay(desired: DesiredState, observed: ObservedState): ServicePlan[] {
  const outdated = [...outdatedNetworks(desired, observed)];
  const jobs = new Set(
    outdated.flatMap((name) => attachedTo(name, observed.containers)).filter((one) => one.kind === 'job'),
  );
  return [...jobs].map((container) => ({
    service: `job ${container.name}`,
    steps: early(dropSteps(container, { code: 'OWN_NETWORK_CHANGED' }, DEFAULT_STOP_GRACE_MS)),
  }));
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
