import { type DesiredState, isDomainError, type ObservedState, type Plan } from '@jalon/contracts';
import type { DockerEngine } from '@jalon/docker';
import { reconcile, revertPlan } from '@jalon/reconciler';
import type { Io } from '../io';
import type { Progress } from '../view/progress';
import { observe } from './draw-plan';
import { runPlan } from './run-plan';

/** What stands after going back. */
export interface Returned {
  /** Services that run as they did before. */
  returned: string[];
  /** Services that ran before and do not now. */
  lost: string[];
  /** Services that were new and have been stopped; their containers stay, so that their logs can be read. */
  stopped: string[];
  /** What kept the way back from its end. */
  failure: string | null;
}

/**
 * Undoes what was half done: previous containers return to their names and start, and what was not there before is stopped.
 * Throws nothing: what fails here is told beside what failed first.
 *
 * @param before the stack as it stood when the plan was made
 */
export async function goBack(
  io: Io,
  engine: DockerEngine,
  failing: DesiredState,
  before: ObservedState,
  progress: Progress,
): Promise<Returned> {
  // Whoever cancelled has been heard; half-way back is no place to stop.
  const { signal } = new AbortController();
  const run = async (plan: Plan): Promise<string | null> => {
    if (plan.operations.length === 0) return null;
    return (await runPlan(engine, plan, progress, signal)).failure?.error.message ?? null;
  };
  try {
    const quick = await run(revertPlan(failing, await observe(engine, failing)));
    const now = await observe(engine, failing);
    const rest = await run(stopNew(failing, now, before, io.clock.now()));
    return { ...compare(before, await observe(engine, failing)), failure: quick ?? rest };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { returned: [], lost: running(before), stopped: [], failure: error.message };
  }
}

function stopNew(failing: DesiredState, now: ObservedState, before: ObservedState, at: Date): Plan {
  const known = new Set(before.containers.map(({ service }) => service));
  const containers = now.containers.filter(({ service }) => !known.has(service));
  return reconcile(failing, { ...now, containers }, { action: 'STOP' }, at);
}

/** By container: one that was made anew is not the one that stood. */
function compare(before: ObservedState, after: ObservedState): Omit<Returned, 'failure'> {
  const up = new Set(after.containers.filter(({ state }) => state === 'running').map(({ id }) => id));
  const stood = before.containers.filter(({ state, kind }) => state === 'running' && kind === 'service');
  const back = new Set(stood.filter(({ id }) => up.has(id)).map(({ service }) => service));
  const known = new Set(before.containers.map(({ service }) => service));
  const fresh = after.containers.filter(({ service, kind }) => kind === 'service' && !known.has(service));
  return {
    returned: [...back].sort(),
    lost: running(before).filter((service) => !back.has(service)),
    stopped: [...new Set(fresh.map(({ service }) => service))].sort(),
  };
}

function running({ containers }: ObservedState): string[] {
  const names = containers
    .filter(({ state, kind }) => state === 'running' && kind === 'service')
    .map(({ service }) => service);
  return [...new Set(names)].sort();
}
