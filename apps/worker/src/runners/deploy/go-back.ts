import { randomUUID } from 'node:crypto';
import { isDomainError, type Plan } from '@jalon/contracts';
import {
  type DeploymentProblem,
  noteDeploymentProblem,
  RETURN_PREFIX,
  type RevisionSource,
} from '@jalon/core/deployment-progress';
import { recordObservation } from '@jalon/core/observation';
import { reconcile, revertPlan } from '@jalon/reconciler';
import { isPassing } from '../../passing-error';
import { drawBlueprint, drawForTakingDown, imagesOfDesired } from './blueprint';
import { executePlan, writePlan } from './execute-plan';
import { internalProblem } from './problem';
import { imagesAsRecorded } from './recorded-images';
import type { Blueprint, DeployTask } from './task';
import { seeWhatStands } from './what-stands';
import { withEngine } from './with-engine';

/** Longer than any call takes but the stop of a container that does not want to. Milliseconds. */
const SETTLE_MS = 10_000;

/** What stands after going back. */
export interface Returned {
  /** True when the last good revision serves again, or the environment is stopped as it was before. */
  complete: boolean;
  /** What kept the way back from its end. */
  failure: string | null;
}

/**
 * Undoes what a deployment had half done. The verdict is written first: a worker that takes over goes on with the way
 * back. A wish to cancel is no reason to stop half-way here.
 *
 * @throws what will pass by itself; anything else that keeps it from its end is told in the answer
 */
export async function goBack(task: DeployTask, problem: DeploymentProblem): Promise<Returned> {
  const { tools, lease, deployment, held } = task;
  await noteDeploymentProblem(tools.context, lease, deployment, problem);
  const aim = aimOf(task, problem);
  if (aim.kind === 'nothing') return { complete: false, failure: null };
  try {
    // What is looked at while a start is still under way is not what stands a moment later.
    await task.underWay.settled(SETTLE_MS);
    return await withEngine(task, { signal: held.lost, note: false }, () => returnTo(task, aim));
  } catch (error) {
    held.lost.throwIfAborted();
    if (isPassing(error)) throw error;
    return { complete: false, failure: explain(task, error) };
  }
}

type Aim =
  | { kind: 'revision'; revision: RevisionSource }
  | { kind: 'stopped'; wasStopped: boolean }
  | { kind: 'leave' }
  | { kind: 'nothing' };

/** Where the environment stood before. The same revision again would only fail again, so it is left as it is. */
function aimOf({ deployment }: DeployTask, problem: DeploymentProblem): Aim {
  const { action, desiredState, currentRevision, revision } = deployment;
  const takesDown = action === 'STOP' || action === 'REMOVE';
  // One that failed half-way is for somebody to try again; one that was cancelled is not wanted.
  if (takesDown && problem.code !== 'CANCELLED') return { kind: 'nothing' };
  if (desiredState !== 'RUNNING' || !currentRevision) {
    return { kind: 'stopped', wasStopped: currentRevision !== null };
  }
  const isSame = action !== 'DEPLOY' || currentRevision.id === revision?.id;
  const wouldFailAgain = isSame && problem.code !== 'CANCELLED';
  return wouldFailAgain ? { kind: 'leave' } : { kind: 'revision', revision: currentRevision };
}

/**
 * Previous containers return to their names and start at once; then the last good revision is reconciled, for what had
 * been changed for good.
 */
async function returnTo(task: DeployTask, aim: Exclude<Aim, { kind: 'nothing' }>): Promise<Returned> {
  const { deployment, tools, held } = task;
  const failing = drawForTakingDown(task, deployment.revision ?? deployment.currentRevision);
  if (aim.kind === 'stopped') return { complete: aim.wasStopped, failure: await stopAll(task, failing) };
  const quick = revertPlan(failing.desired, await observe(task, failing), policyOf(task));
  const failure = await run(task, failing, quick, `${RETURN_PREFIX}:`);
  if (aim.kind === 'leave') return { complete: failure === null && quick.operations.length > 0, failure };
  const good = drawBlueprint(task, aim.revision, await imagesAsRecorded(task, aim.revision, held.lost));
  const now = tools.context.clock.now();
  const plan = reconcile(good.desired, await observe(task, good), policyOf(task), now);
  const rest = await run(task, good, plan, `${RETURN_PREFIX}-to-${aim.revision.number}:`);
  await recordObservation(tools.context, await seeWhatStands(task, good, false));
  return { complete: rest === null, failure: rest };
}

/** Stops what was made; its containers stay, so that their logs can be read. */
async function stopAll(task: DeployTask, failing: Blueprint): Promise<string | null> {
  const policy = { ...policyOf(task), action: 'STOP' as const };
  const plan = reconcile(
    failing.desired,
    await observe(task, failing),
    policy,
    task.tools.context.clock.now(),
  );
  return run(task, failing, plan, `${RETURN_PREFIX}-stop:`);
}

/** Null when the plan was carried out; else what kept it from that. */
async function run(
  task: DeployTask,
  blueprint: Blueprint,
  plan: Plan,
  keyPrefix: string,
): Promise<string | null> {
  if (plan.operations.length === 0) return null;
  await writePlan(task, plan, keyPrefix);
  const result = await executePlan(task, plan, { keyPrefix, signal: task.held.lost, blueprint });
  return result.failure?.error.message ?? null;
}

function observe(task: DeployTask, blueprint: Blueprint) {
  const { environmentId } = task.deployment;
  return task.engine.observe(
    { environmentId, images: imagesOfDesired(blueprint) },
    { signal: task.held.lost },
  );
}

function policyOf({ tools }: DeployTask) {
  return { action: 'DEPLOY' as const, runningWindowMs: tools.timing.runningWindowMs };
}

function explain({ tools, deployment }: DeployTask, error: unknown): string {
  if (isDomainError(error)) return error.message;
  const id = randomUUID();
  tools.context.logger.error({ err: error, id, deploymentId: deployment.id }, 'going back met a bug');
  return internalProblem(id).message;
}
