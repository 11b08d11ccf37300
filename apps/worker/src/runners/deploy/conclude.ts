import { type DeploymentProblem, finishDeployment } from '@jalon/core/deployment-progress';
import { fenced } from '@jalon/core/lease';
import { recordObservation } from '@jalon/core/observation';
import type { Returned } from './go-back';
import { recordPulledImages } from './go-forward';
import type { Blueprint, DeployTask } from './task';
import { seeWhatStands } from './what-stands';

/** Success: what stands is seen and written, the gateway can reach it, and the environment stands on it. */
export async function concludeSuccess(task: DeployTask, blueprint: Blueprint): Promise<void> {
  const { tools, lease, deployment } = task;
  const { action } = deployment;
  const stands = await seeWhatStands(task, blueprint, action === 'REMOVE');
  await recordPulledImages(task, blueprint, stands.observed.images);
  const currentRevisionId = action === 'REMOVE' ? null : (blueprint.revision?.id ?? null);
  const desiredState = action === 'REMOVE' ? 'REMOVED' : action === 'STOP' ? 'STOPPED' : 'RUNNING';
  // At once, so that nobody sees a deployment that succeeded and no route yet.
  await fenced(tools.context, lease, async (tx) => {
    const context = { ...tools.context, db: tx };
    await recordObservation(context, stands);
    await finishDeployment(context, lease, deployment, {
      status: 'SUCCEEDED',
      problem: null,
      environment: { desiredState, currentRevisionId },
    });
  });
}

/** Failure or cancellation, after the way back. */
export async function concludeReturn(
  { tools, lease, deployment }: DeployTask,
  problem: DeploymentProblem,
  returned: Returned,
): Promise<void> {
  const after = returned.failure === null ? '' : ` Going back did not succeed either: ${returned.failure}`;
  const status =
    problem.code === 'CANCELLED' ? 'CANCELLED' : returned.complete ? 'REVERTED' : ('FAILED' as const);
  await finishDeployment(tools.context, lease, deployment, {
    status,
    problem: { ...problem, message: problem.message + after },
  });
}

/** Failure before anything was touched. */
export async function concludeUntouched(
  { tools, lease, deployment }: DeployTask,
  problem: DeploymentProblem,
): Promise<void> {
  const status = problem.code === 'CANCELLED' ? 'CANCELLED' : 'FAILED';
  await finishDeployment(tools.context, lease, deployment, { status, problem });
}
