import type { Cause, DesiredService, ObservedContainer, ObservedState } from '@jalon/contracts';
import { changedParts, FILE_PART } from '../desired/config-hash';

/** What a container that has the right configuration still needs. */
export type Verdict =
  | { kind: 'settled' }
  | { kind: 'wait' }
  | { kind: 'start'; cause: Cause }
  | { kind: 'restart'; cause: Cause }
  | { kind: 'recreate'; cause: Cause };

export interface VerdictOptions {
  /** Others wait for it to end by itself. */
  completes: boolean;
  runningWindowMs: number;
  now: Date;
  /** Started before this moment: start it again. */
  restartBefore: Date | null;
}

/** Processes of the container exist: it must be stopped before it is renamed or removed. */
export function isActive(container: ObservedContainer): boolean {
  return ['running', 'paused', 'restarting'].includes(container.state);
}

/** Why a container is not what the service should be; null when it is. */
export function mismatch(
  desired: DesiredService,
  container: ObservedContainer,
  observed: ObservedState,
): Cause | null {
  if (container.configHash !== desired.configHash) {
    const parts = changedParts(container.parts, desired.parts);
    const known = Object.keys(container.parts).length > 0 && parts.length > 0;
    return known ? { code: 'CONFIG_PARTS_CHANGED', parts: parts.join(', ') } : { code: 'CONFIG_CHANGED' };
  }
  const imageId = Object.hasOwn(observed.images, desired.image) ? observed.images[desired.image] : undefined;
  if (imageId && container.imageId && imageId !== container.imageId)
    return { code: 'IMAGE_UPDATED', image: desired.image };
  return null;
}

/** True when the container has shown that it works: healthy, or up for the window. */
export function isProven(container: ObservedContainer, options: VerdictOptions): boolean {
  if (container.state !== 'running') return options.completes && isCompleted(container);
  if (container.health === 'healthy') return true;
  return container.health === 'none' && hasBeenUp(container, options);
}

const RESTART_REQUESTED: Cause = { code: 'RESTART_REQUESTED' };

export function verdictOf(container: ObservedContainer, options: VerdictOptions): Verdict {
  const { state, health } = container;
  if (state === 'dead' || state === 'removing')
    return { kind: 'recreate', cause: { code: 'CONTAINER_BROKEN', state } };
  // A crash may have come between its making and its files; nothing on it tells, so it is made again.
  if (state === 'created' && carriesFiles(container))
    return { kind: 'recreate', cause: { code: 'CONTAINER_BROKEN', state } };
  if (state === 'created') return { kind: 'start', cause: { code: 'NEVER_STARTED' } };
  const restart = isDueForRestart(container, options);
  if (state === 'exited') {
    if (options.completes && isCompleted(container) && !restart) return { kind: 'settled' };
    return { kind: 'start', cause: restart ? RESTART_REQUESTED : stoppedCause(container) };
  }
  if (state === 'paused') return { kind: 'restart', cause: { code: 'PAUSED' } };
  if (state === 'restarting') return { kind: 'restart', cause: { code: 'CRASH_LOOP' } };
  if (restart) return { kind: 'restart', cause: RESTART_REQUESTED };
  if (options.completes) return { kind: 'wait' };
  if (health === 'unhealthy') return { kind: 'restart', cause: { code: 'UNHEALTHY' } };
  return isProven(container, options) ? { kind: 'settled' } : { kind: 'wait' };
}

function carriesFiles({ parts }: ObservedContainer): boolean {
  return Object.keys(parts).some((name) => name.startsWith(FILE_PART));
}

function stoppedCause({ exitCode }: ObservedContainer): Cause {
  return exitCode === null ? { code: 'STOPPED' } : { code: 'EXITED', exitCode };
}

function isCompleted(container: ObservedContainer): boolean {
  return container.state === 'exited' && container.exitCode === 0;
}

function isDueForRestart(container: ObservedContainer, { restartBefore }: VerdictOptions): boolean {
  if (!restartBefore) return false;
  return container.startedAt === null || Date.parse(container.startedAt) < restartBefore.getTime();
}

/** After this time without a crash the engine itself forgets that there were any. */
const CRASH_MEMORY_MS = 10_000;

/** A start in the future is a clock that differs: not a reason to wait longer than the window. */
function hasBeenUp(container: ObservedContainer, { now, runningWindowMs }: VerdictOptions): boolean {
  if (container.startedAt === null) return true;
  const needed = container.restartCount > 0 ? Math.max(runningWindowMs, CRASH_MEMORY_MS) : runningWindowMs;
  return Math.abs(now.getTime() - Date.parse(container.startedAt)) >= needed;
}
