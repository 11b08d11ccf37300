import type { Cause, DesiredService, ObservedContainer } from '@jalon/contracts';
import { oldContainerName } from '../desired/names';
import { isActive } from './container-state';
import type { ReconcilePolicy } from './reconcile-policy';
import { type Step, step } from './step';

/** The short sequences that a service's plan is made of. Keys name the kind and the container. */

export function stopSteps(container: ObservedContainer, cause: Cause, timeoutMs: number): Step[] {
  if (!isActive(container)) return [];
  const { name } = container;
  return [
    step(
      { kind: 'STOP_CONTAINER', key: `stop:${name}`, cause, container: name, timeoutMs },
      'images',
      'dependencies',
    ),
  ];
}

/** Stop it if it runs, then remove it. */
export function dropSteps(container: ObservedContainer, cause: Cause, timeoutMs: number): Step[] {
  const { name } = container;
  return [
    ...stopSteps(container, cause, timeoutMs),
    step(
      { kind: 'REMOVE_CONTAINER', key: `remove:${name}`, cause, container: name },
      'images',
      'dependencies',
    ),
  ];
}

export function createSteps(desired: DesiredService, cause: Cause, wait: Step): Step[] {
  const name = desired.containerName;
  return [
    step({ kind: 'CREATE_CONTAINER', key: `create:${name}`, cause, desired, name }, 'images', 'resources'),
    startStep(name, cause),
    wait,
  ];
}

export function startStep(name: string, cause: Cause): Step {
  return step(
    { kind: 'START_CONTAINER', key: `start:${name}`, cause, container: name },
    'resources',
    'dependencies',
  );
}

/** The container steps aside under its second name, where it waits to be needed again. */
export function setAsideStep(name: string): Step {
  const cause: Cause = { code: 'KEPT_UNTIL_READY' };
  const second = oldContainerName(name);
  return step(
    { kind: 'RENAME_CONTAINER', key: `rename:${name}`, cause, container: name, name: second },
    'images',
    'dependencies',
  );
}

/** The gateway goes over to the new container, then the one before, under its second name, stops. */
export function handoverSteps(name: string, timeoutMs: number, drainMs: number): Step[] {
  const old = oldContainerName(name);
  const cause: Cause = { code: 'SUCCESSOR_READY' };
  return [
    step({
      kind: 'SWITCH_ROUTE',
      key: `switch:${name}`,
      cause: { code: 'NO_REQUEST_REFUSED' },
      container: name,
      drainMs,
    }),
    step({ kind: 'STOP_CONTAINER', key: `stop:${old}`, cause, container: old, timeoutMs }),
  ];
}

export function bringBackStep(name: string, cause: Cause): Step {
  const old = oldContainerName(name);
  return step(
    { kind: 'RENAME_CONTAINER', key: `rename:${old}`, cause, container: old, name },
    'resources',
    'dependencies',
  );
}

export function removeOldStep(name: string): Step {
  const old = oldContainerName(name);
  return step({
    kind: 'REMOVE_CONTAINER',
    key: `remove:${old}`,
    cause: { code: 'SUCCESSOR_READY' },
    container: old,
  });
}

/** What shows that a service that was started works. */
export function waitStep(
  desired: DesiredService,
  expects: { completion: boolean; health: boolean },
  policy: ReconcilePolicy,
): Step {
  const container = desired.containerName;
  const key = `wait:${container}`;
  const deadlineMs = healthDeadlineMs(desired, policy);
  if (expects.completion) {
    const cause: Cause = { code: 'COMPLETION_AWAITED' };
    return step({ kind: 'WAIT_COMPLETED', key, cause, container, deadlineMs: policy.completionDeadlineMs });
  }
  if (desired.hasHealthcheck || expects.health)
    return step({ kind: 'WAIT_HEALTHY', key, cause: { code: 'HEALTH_AWAITED' }, container, deadlineMs });
  const windowMs = policy.runningWindowMs;
  const cause: Cause = { code: 'MUST_STAY_UP', seconds: windowMs / 1000 };
  return step({ kind: 'WAIT_RUNNING', key, cause, container, windowMs, deadlineMs });
}

/** Docker's defaults for what a health check leaves out; a margin for the engine's own delay. */
function healthDeadlineMs({ container }: DesiredService, policy: ReconcilePolicy): number {
  const { intervalMs, timeoutMs, startPeriodMs, retries } = container.healthcheck ?? {};
  const attempts = (retries ?? 3) + 1;
  const needed = (startPeriodMs ?? 0) + attempts * ((intervalMs ?? 30_000) + (timeoutMs ?? 30_000));
  const declared = container.healthcheck === null ? 0 : needed + 15_000;
  return Math.max(policy.minHealthDeadlineMs, declared);
}
