import { type DeploymentRef, DomainError, FINAL_DEPLOYMENT_STATUSES, type Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { readableProjects, requireProject } from '../project/project-access';

/**
 * Asks the worker to give a deployment up; asking twice is asking once. Authorized by the API (`deployment:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · CONFLICT when it is finished
 */
export async function cancelDeployment(
  context: CoreContext,
  principal: Principal,
  input: DeploymentRef,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const row = await tx.deployment.findFirst({
      where: { id: input.deploymentId, environment: { project: readableProjects(principal) } },
      select: { id: true, number: true, environmentId: true, environment: { select: { projectId: true } } },
    });
    if (!row)
      throw new DomainError(
        'NOT_FOUND',
        'There is no such deployment, or it is not in one of your projects.',
      );
    const { projectId } = row.environment;
    await requireProject(tx, principal, projectId, 'write');
    const open = { id: row.id, status: { notIn: [...FINAL_DEPLOYMENT_STATUSES] } };
    if ((await tx.deployment.count({ where: open })) === 0) {
      throw new DomainError(
        'CONFLICT',
        `Deployment ${row.number} is finished: there is nothing left to cancel.`,
      );
    }
    const { count } = await tx.deployment.updateMany({
      where: { ...open, cancelRequestedAt: null },
      data: { cancelRequestedAt: context.clock.now() },
    });
    if (count === 0) return;
    await recordAudit(tx, principal, {
      action: 'deployment.cancel-requested',
      subjectType: 'deployment',
      subjectId: row.id,
      projectId,
      data: { number: row.number },
    });
    await notifyChange(tx, {
      topic: 'deployment',
      id: row.id,
      projectId,
      environmentId: row.environmentId,
    });
  });
}
