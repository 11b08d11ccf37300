import type { DeploymentStatus, Plan } from '@jalon/contracts';
import { recordPlan, recordSteps, setDeploymentStatus } from '@jalon/core/deployment-progress';
import type { ExecuteResult } from '@jalon/docker';
import { printPlan } from '@jalon/reconciler';
import { isEngineAway } from '../../engine/engine-away';
import { createJournal } from './journal';
import { phaseOf } from './phase';
import { switchRoutes } from './switch-routes';
import type { Blueprint, DeployTask } from './task';

export interface ExecutePlanOptions {
  /** Empty for the way forward; begins with RETURN_PREFIX for the way back. */
  keyPrefix: string;
  signal: AbortSignal;
  /** What the plan leads to: where the gateway finds its services. */
  blueprint: Blueprint;
}

/** Writes the plan down before anything is done. */
export async function writePlan(task: DeployTask, plan: Plan, keyPrefix: string): Promise<void> {
  const { tools, lease, deployment } = task;
  await recordPlan(tools.context, lease, deployment, { plan, planText: printPlan(plan), keyPrefix });
}

/**
 * Carries out a plan that was written down, with its steps in the journal. The way forward moves the deployment's
 * status along.
 *
 * @throws Interrupted or LeaseLost when the work is no longer ours; ENGINE_UNREACHABLE when the engine went away
 */
export async function executePlan(
  task: DeployTask,
  plan: Plan,
  { keyPrefix, signal, blueprint }: ExecutePlanOptions,
): Promise<ExecuteResult> {
  const { tools, lease, deployment, engine, held } = task;
  const journal = createJournal({
    write: (rows) => {
      const prefixed = rows.map((row) => ({ ...row, key: keyPrefix + row.key }));
      return recordSteps(tools.context, lease, deployment, prefixed);
    },
  });
  const remaining = new Map(plan.operations.map((operation) => [operation.key, operation]));
  const status = keyPrefix === '' ? statusWriter(task) : () => Promise.resolve();
  await status(phaseOf(remaining.values()));
  const result = await engine.execute(plan, {
    signal,
    underWay: task.underWay,
    switchRoute: () => switchRoutes(task, blueprint),
    onStep: async (key, update) => {
      await journal.onStep(key, update);
      if (update.status !== 'RUNNING') remaining.delete(key);
      if (remaining.size > 0) await status(phaseOf(remaining.values()));
    },
  });
  held.lost.throwIfAborted();
  await journal.close();
  if (result.failure && isEngineAway(result.failure.error)) throw result.failure.error;
  return result;
}

/** Writes a status once, when it is another than before. */
function statusWriter({ tools, lease, deployment }: DeployTask): (status: DeploymentStatus) => Promise<void> {
  let written: DeploymentStatus | null = null;
  return async (status) => {
    if (status === written) return;
    written = status;
    await setDeploymentStatus(tools.context, lease, deployment, status);
  };
}
