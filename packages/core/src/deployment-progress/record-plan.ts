import type { Operation, Plan } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { CoreContext } from '../context';
import { toJson } from '../json';
import { fenced, type Lease } from '../lease';
import { notifyDeployment } from './advance-deployment';
import type { OpenDeployment } from './open-deployment';

export interface RecordPlanInput {
  plan: Plan;
  planText: string;
  title: (operation: Operation) => string;
  /** Set before the keys of a plan that goes back, whose operations may bear the names of the first plan's. */
  keyPrefix: string;
}

/**
 * Writes the plan and one row per operation before anything is done. A plan made afresh after an interruption
 * goes on below the steps that are there: what was under way and is no longer needed was done, what had not begun
 * is skipped.
 */
export async function recordPlan(
  context: CoreContext,
  lease: Lease,
  deployment: OpenDeployment,
  input: RecordPlanInput,
): Promise<void> {
  const keys = input.plan.operations.map((operation) => input.keyPrefix + operation.key);
  await fenced(context, lease, async (tx) => {
    await closeFormerSteps(context, tx, deployment.id, keys);
    const last = await tx.deploymentStep.aggregate({
      where: { deploymentId: deployment.id },
      _max: { position: true },
    });
    const first = (last._max.position ?? -1) + 1;
    await tx.deploymentStep.createMany({
      data: input.plan.operations.map((operation, index) => ({
        deploymentId: deployment.id,
        position: first + index,
        key: input.keyPrefix + operation.key,
        kind: operation.kind,
        title: input.title(operation),
        service: operation.service,
        cause: operation.cause,
      })),
    });
    if (input.keyPrefix === '') {
      await tx.deployment.update({
        where: { id: deployment.id },
        data: { plan: toJson(input.plan), planText: input.planText },
        select: { id: true },
      });
    }
    await notifyDeployment(tx, deployment);
  });
}

async function closeFormerSteps(
  context: CoreContext,
  tx: Db,
  deploymentId: string,
  keys: string[],
): Promise<void> {
  const now = context.clock.now();
  // Planned again under the same key: one row per operation, so the former one makes place.
  await tx.deploymentStep.deleteMany({ where: { deploymentId, key: { in: keys } } });
  await tx.deploymentStep.updateMany({
    where: { deploymentId, status: 'RUNNING' },
    data: { status: 'SUCCEEDED', finishedAt: now },
  });
  await tx.deploymentStep.updateMany({
    where: { deploymentId, status: 'PENDING' },
    data: { status: 'SKIPPED', finishedAt: now },
  });
}
