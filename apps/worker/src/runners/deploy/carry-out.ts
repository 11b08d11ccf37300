import { randomUUID } from 'node:crypto';
import { type DomainError, isDomainError } from '@jalon/contracts';
import type { DeploymentProblem } from '@jalon/core/deployment-progress';
import { Interrupted } from '../../lease/hold-lease';
import { isPassing } from '../../passing-error';
import { concludeReturn, concludeSuccess, concludeUntouched } from './conclude';
import { goBack } from './go-back';
import { goForward, type Outcome } from './go-forward';
import { internalProblem, problemOf } from './problem';
import type { DeployTask } from './task';
import { withEngine } from './with-engine';

/** What the person is told who cancelled. */
function cancellation({ deployment }: DeployTask): DeploymentProblem {
  const { action, desiredState } = deployment;
  const message =
    action === 'REMOVE' && desiredState !== 'RUNNING'
      ? 'Cancelled. What was not removed yet is left as it was, stopped.'
      : 'Cancelled. What had been changed was put back.';
  return { code: 'CANCELLED', message, log: null };
}

/**
 * Brings one open deployment to its end, whatever an earlier worker had done of it: forward, or back when a verdict
 * stands or somebody cancelled.
 *
 * @throws what will pass by itself (isPassing): the deployment stays open for the next attempt
 */
export async function carryOut(task: DeployTask): Promise<void> {
  // Its status does not say it: containers are stopped while images are still pulled.
  const progress = { touched: task.deployment.begun };
  const problem = verdictOf(task) ?? (await attempt(task, progress));
  if (!problem) return;
  if (!progress.touched) return concludeUntouched(task, problem);
  await concludeReturn(task, problem, await goBack(task, problem));
}

/** The way forward; null when it succeeded and that is written down. */
async function attempt(task: DeployTask, progress: { touched: boolean }): Promise<DeploymentProblem | null> {
  const { held } = task;
  try {
    const outcome = await withEngine(task, { signal: held.interrupted, note: true }, async () => {
      const forward = await goForward(task, () => {
        progress.touched = true;
      });
      if (forward.kind === 'succeeded') await concludeSuccess(task, forward.blueprint);
      return forward;
    });
    return problemOfOutcome(task, outcome);
  } catch (error) {
    held.lost.throwIfAborted();
    const problem = isCancellation(task, error) ? cancellation(task) : problemOfError(task, error);
    if (!problem) throw error;
    return problem;
  }
}

/** Why an earlier worker, or the person, has decided already; null while the way is forward. */
function verdictOf(task: DeployTask): DeploymentProblem | null {
  const { deployment } = task;
  if (deployment.cancelRequested) return cancellation(task);
  const { errorCode, errorMessage, errorLog } = deployment;
  if (errorCode === null || errorCode === 'ENGINE_UNREACHABLE') return null;
  return { code: errorCode as DomainError['code'], message: errorMessage ?? '', log: errorLog };
}

function problemOfOutcome(task: DeployTask, outcome: Outcome): DeploymentProblem | null {
  if (outcome.kind === 'succeeded') return null;
  return outcome.kind === 'cancelled' ? cancellation(task) : problemOf(outcome.error);
}

function isCancellation({ held }: DeployTask, error: unknown): boolean {
  if (error instanceof Interrupted) return error.reason === 'cancelled';
  return held.interrupted.aborted && isDomainError(error) && error.code === 'CANCELLED';
}

/** Null for what will pass by itself. */
function problemOfError({ tools, deployment }: DeployTask, error: unknown): DeploymentProblem | null {
  if (isPassing(error)) return null;
  if (isDomainError(error)) return problemOf(error);
  const id = randomUUID();
  tools.context.logger.error({ err: error, id, deploymentId: deployment.id }, 'a deployment met a bug');
  return internalProblem(id);
}
