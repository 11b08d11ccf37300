import type { Cause, DesiredState, ObservedState, Operation, Plan } from '@jalon/contracts';
import { oldContainerName } from '../desired/names';
import { isActive } from './container-state';
import { containersByService, ownContainers } from './own-containers';
import { DEFAULT_POLICY, type ReconcilePolicy } from './reconcile-policy';
import { dependentsOf, serviceOrder } from './service-order';
import { bringBackStep, dropSteps, startStep, waitStep } from './service-steps';
import { topological } from './wire';

/**
 * The quick way back after a failed update: wherever the previous container was set aside, the new one goes and the
 * previous one returns to its name and starts. Services without one are left alone; `reconcile` with the last good
 * revision does the rest (services that had been updated already, services that were added).
 * @param desired the revision that failed: names, order, grace periods.
 */
export function revertPlan(
  desired: DesiredState,
  observed: ObservedState,
  policy: Partial<ReconcilePolicy> = {},
): Plan {
  const complete = { ...DEFAULT_POLICY, ...policy };
  const byService = containersByService(observed.containers);
  const unchanged: string[] = [];
  const operations = serviceOrder(desired.services).flatMap((service): Operation[] => {
    const name = service.containerName;
    const { current, old } = ownContainers(byService.get(service.service) ?? [], name);
    if (!old) {
      unchanged.push(service.service);
      return [];
    }
    const cause: Cause = { code: 'UPDATE_FAILED' };
    const failed = current ? dropSteps(current, cause, service.stopGracePeriodMs) : [];
    const ends = dependentsOf(desired.services, service.service).some(
      (other) => other.dependsOn[service.service]?.condition === 'service_completed_successfully',
    );
    const start = isActive(old)
      ? []
      : [startStep(name, { code: 'PREVIOUS_RETURNS', container: oldContainerName(name) })];
    // What the previous container's health check was is not known here: waiting for “up” covers both.
    const previous = { ...service, hasHealthcheck: false };
    const wait = waitStep(previous, { completion: false, health: false }, complete);
    // One that runs to completion has done so already: it only gets its name back.
    const steps = [...failed, bringBackStep(name, cause), ...(ends ? [] : [...start, wait])];
    return steps.map(({ operation }, index) => ({
      ...operation,
      after: steps.slice(Math.max(index - 1, 0), index).map((one) => one.operation.key),
      service: service.service,
    }));
  });
  return { operations: topological(operations), unchanged: unchanged.sort(), refusals: [] };
}
