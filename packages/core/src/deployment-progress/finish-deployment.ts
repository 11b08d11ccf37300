import type { DeploymentStatus, DesiredStateName } from '@jalon/contracts';
import { notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { fenced, type Lease } from '../lease';
import { type DeploymentProblem, notifyDeployment } from './advance-deployment';
import type { OpenDeployment } from './open-deployment';

export interface FinishDeploymentInput {
  status: Extract<DeploymentStatus, 'SUCCEEDED' | 'FAILED' | 'REVERTED' | 'CANCELLED'>;
  problem: DeploymentProblem | null;
  /** What the environment stands on from now on; absent leaves it as it is. */
  environment?: { desiredState: DesiredStateName; currentRevisionId: string | null };
}

/** The last write of a deployment: status, verdict and what the environment stands on, at once. */
export async function finishDeployment(
  context: CoreContext,
  lease: Lease,
  deployment: OpenDeployment,
  input: FinishDeploymentInput,
): Promise<void> {
  await fenced(context, lease, async (tx) => {
    const now = context.clock.now();
    const { id, environmentId, projectId } = deployment;
    await tx.deployment.update({
      where: { id },
      data: {
        status: input.status,
        finishedAt: now,
        errorCode: input.problem?.code ?? null,
        errorMessage: input.problem?.message ?? null,
        errorLog: input.problem?.log ?? null,
      },
      select: { id: true },
    });
    await tx.deployment.updateMany({ where: { id, startedAt: null }, data: { startedAt: now } });
    await tx.deploymentStep.updateMany({
      where: { deploymentId: id, status: { in: ['PENDING', 'RUNNING'] } },
      data: { status: 'SKIPPED', finishedAt: now },
    });
    if (input.environment) {
      await tx.environment.update({
        where: { id: environmentId },
        // What stands now was brought about a moment ago: the next look tells whether it differs.
        data: { ...input.environment, drift: [], driftSince: null },
        select: { id: true },
      });
    }
    await recordAudit(tx, null, {
      action: `deployment.${input.status.toLowerCase()}`,
      subjectType: 'deployment',
      subjectId: id,
      projectId,
      data: { number: deployment.number, action: deployment.action, errorCode: input.problem?.code ?? null },
    });
    await notifyDeployment(tx, deployment);
    await notifyChange(tx, { topic: 'environment', id: environmentId, projectId, environmentId });
  });
}
