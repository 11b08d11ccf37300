import type { Plan } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { CoreContext } from '../context';
import { toJson } from '../json';
import { fenced, type Lease } from '../lease';
import { describeOperation } from '../stack/describe-operation';
import { notifyDeployment } from './advance-deployment';
import type { OpenDeployment } from './open-deployment';

/** Begins the keys of every plan that goes back, whose operations may bear the names of the first plan's. */
export const RETURN_PREFIX = 'return';

export interface RecordPlanInput {
  plan: Plan;
  planText: string;
  /** Empty for the way forward; begins with RETURN_PREFIX for the way back. */
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
    await closeFormerSteps(context, tx, deployment.id, { keys, keyPrefix: input.keyPrefix });
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
        title: describeOperation(operation).subject,
        service: operation.service,
        cause: toJson(operation.cause),
      })),
    });
    if (input.keyPrefix === '') {
      await tx.deployment.update({
        where: { id: deployment.id },
        data: { plan: toJson(withoutValues(input.plan)), planText: input.planText },
        select: { id: true },
      });
    }
    await notifyDeployment(tx, deployment);
  });
}

/** What is kept of a plan: the operations hold environments with secrets in the clear, which go to the engine only. */
function withoutValues({ operations, unchanged, refusals }: Plan): object {
  const kept = operations.map((operation) => ({ ...describeOperation(operation), after: operation.after }));
  return { operations: kept, unchanged, refusals };
}

async function closeFormerSteps(
  context: CoreContext,
  tx: Db,
  deploymentId: string,
  { keys, keyPrefix }: { keys: string[]; keyPrefix: string },
): Promise<void> {
  const finishedAt = context.clock.now();
  // Planned again under the same key: one row per operation, so the former one makes place.
  await tx.deploymentStep.deleteMany({ where: { deploymentId, key: { in: keys } } });
  // An attempt that was cut off is only followed by another of its kind when what it did was found done.
  const sameKind =
    keyPrefix === '' ? { NOT: { key: { startsWith: RETURN_PREFIX } } } : { key: { startsWith: keyPrefix } };
  await tx.deploymentStep.updateMany({
    where: { deploymentId, status: { in: ['RUNNING', 'FAILED'] }, ...sameKind },
    data: { status: 'SUCCEEDED', error: null, finishedAt },
  });
  await tx.deploymentStep.updateMany({
    where: { deploymentId, status: { in: ['PENDING', 'RUNNING'] } },
    data: { status: 'SKIPPED', finishedAt },
  });
}
