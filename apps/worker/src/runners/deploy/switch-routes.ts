import { fenced } from '@jalon/core/lease';
import { recordObservation } from '@jalon/core/observation';
import type { Blueprint, DeployTask } from './task';
import { seeWhatStands } from './what-stands';

/** Tells the gateway of every container that is healthy by now, in the middle of a plan. */
export async function switchRoutes(task: DeployTask, blueprint: Blueprint): Promise<void> {
  const { tools, lease } = task;
  const stands = await seeWhatStands(task, blueprint, false);
  await fenced(tools.context, lease, (tx) => recordObservation({ ...tools.context, db: tx }, stands));
}
