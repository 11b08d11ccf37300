import type { Cause, DesiredService, DesiredState, ObservedState, Operation, Plan } from '@jalon/contracts';
import { oldContainerName } from '../desired/names';
import { isActive } from './container-state';
import { containersByService, type OwnContainers, ownReplicas } from './own-containers';
import { DEFAULT_POLICY, type ReconcilePolicy } from './reconcile-policy';
import { dependentsOf, serviceOrder } from './service-order';
import { bringBackStep, dropSteps, startStep, waitStep } from './service-steps';
import type { Step } from './step';
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
    const { replicas } = ownReplicas(byService.get(service.service) ?? [], service.containerName, null);
    const steps = replicas.map((own) => returnSteps(service, own, desired, complete));
    if (steps.every((one) => one.length === 0)) unchanged.push(service.service);
    return steps.flatMap((one) => inTurn(one, service.service));
  });
  return { operations: topological(operations), unchanged: unchanged.sort(), refusals: [] };
}

/** Nothing for a container that no other one was set aside for. */
function returnSteps(
  service: DesiredService,
  { current, old }: OwnContainers,
  desired: DesiredState,
  policy: ReconcilePolicy,
): Step[] {
  if (!old) return [];
  const name = old.name.replace(/\.old$/, '');
  const cause: Cause = { code: 'UPDATE_FAILED' };
  const failed = current ? dropSteps(current, cause, service.stopGracePeriodMs) : [];
  const ends = dependentsOf(desired.services, service.service).some(
    (other) => other.dependsOn[service.service]?.condition === 'service_completed_successfully',
  );
  const start = isActive(old)
    ? []
    : [startStep(name, { code: 'PREVIOUS_RETURNS', container: oldContainerName(name) })];
  // What the previous container's health check was is not known here: waiting for “up” covers both.
  const previous = { ...service, containerName: name, hasHealthcheck: false };
  const wait = waitStep(previous, { completion: false, health: false }, policy);
  // One that runs to completion has done so already: it only gets its name back.
  return [...failed, bringBackStep(name, cause), ...(ends ? [] : [...start, wait])];
}

function inTurn(steps: Step[], service: string): Operation[] {
  return steps.map(({ operation }, index) => ({
    ...operation,
    after: steps.slice(Math.max(index - 1, 0), index).map((one) => one.operation.key),
    service,
  }));
}
