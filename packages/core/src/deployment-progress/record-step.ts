import type { StepStatus } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { fenced, type Lease } from '../lease';
import { notifyDeployment } from './advance-deployment';
import type { OpenDeployment } from './open-deployment';

/** What changed of one step; what is absent stays as it is. */
export interface StepUpdate {
  key: string;
  status?: StepStatus;
  /** 0 to 1. */
  progress?: number;
  /** The step's whole log, already cut to its last lines. */
  log?: string;
  error?: string;
}

/** Writes what changed of some steps in one transaction, and tells the page once. */
export async function recordSteps(
  context: CoreContext,
  lease: Lease,
  deployment: OpenDeployment,
  updates: StepUpdate[],
): Promise<void> {
  if (updates.length === 0) return;
  await fenced(context, lease, async (tx) => {
    const now = context.clock.now();
    for (const { key, ...changes } of updates) {
      const times =
        changes.status === undefined || changes.status === 'PENDING'
          ? {}
          : changes.status === 'RUNNING'
            ? { startedAt: now }
            : { finishedAt: now };
      await tx.deploymentStep.updateMany({
        where: { deploymentId: deployment.id, key },
        data: { ...changes, ...times },
      });
    }
    await notifyDeployment(tx, deployment);
  });
}
