import {
  DomainError,
  type EnvironmentRef,
  type EnvironmentRemoval,
  FINAL_DEPLOYMENT_STATUSES,
  type Principal,
  type RemovalBlock,
  type RemoveEnvironmentInput,
} from '@jalon/contracts';
import { type Db, inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { lockEnvironment } from '../deployment/queue-deployment';
import { requireEnvironment } from '../project/project-access';
import { readObservation } from './read-observation';

/**
 * What is lost when an environment is removed, what stays, and what keeps it from being removed now. Authorized by the
 * API (`environment:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN
 */
export async function previewRemoval(
  context: CoreContext,
  principal: Principal,
  input: EnvironmentRef,
): Promise<EnvironmentRemoval> {
  const environment = await requireEnvironment(context.db, principal, input.environmentId, 'write');
  return readRemoval(context.db, environment.id);
}

/**
 * Removes an environment with its variables, deployments and runs. Its volumes stay on the host, and revisions and model
 * versions stay with the project. Authorized by the API (`environment:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · VALIDATION when the name that was typed is another one · CONFLICT while
 *   something of it is on the host or under way, or when it is the last
 */
export async function removeEnvironment(
  context: CoreContext,
  principal: Principal,
  input: RemoveEnvironmentInput,
): Promise<EnvironmentRemoval> {
  return inTransaction(context.db, async (tx) => {
    const environment = await requireEnvironment(tx, principal, input.environmentId, 'write');
    const { id, slug, projectId } = environment;
    if (input.slug !== slug) {
      const message = `Type ${slug} to remove this environment.`;
      throw new DomainError('VALIDATION', message, [{ path: 'slug', message }]);
    }
    // Nobody deploys or removes another one in between; in the order in which a deployment takes these locks.
    await lockEnvironment(tx, id);
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`;
    const removal = await readRemoval(tx, id);
    if (removal.blockedBy !== null) throw new DomainError('CONFLICT', refusal(removal.blockedBy, slug));
    await tx.environment.delete({ where: { id }, select: { id: true } });
    const { variables, deployments, runs, volumes, host } = removal;
    await recordAudit(tx, principal, {
      action: 'environment.removed',
      subjectType: 'environment',
      subjectId: id,
      projectId,
      data: { slug, variables, deployments, runs, volumesLeft: volumes, host },
    });
    await notifyChange(tx, { topic: 'project', id: projectId, projectId });
    return removal;
  });
}

async function readRemoval(db: Db, environmentId: string): Promise<EnvironmentRemoval> {
  const row = await db.environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: {
      projectId: true,
      desiredState: true,
      observed: true,
      host: { select: { name: true } },
      _count: { select: { variables: true, deployments: true, runs: true } },
    },
  });
  const observed = readObservation(row.observed);
  const others = await db.environment.count({
    where: { projectId: row.projectId, id: { not: environmentId } },
  });
  const openDeployments = await db.deployment.count({
    where: { environmentId, status: { notIn: [...FINAL_DEPLOYMENT_STATUSES] } },
  });
  const openRuns = await db.run.count({
    where: { environmentId, status: { in: ['QUEUED', 'RUNNING'] } },
  });
  const isDeployed = row.desiredState !== 'REMOVED' || (observed?.containers.length ?? 0) > 0;
  const isBusy = openDeployments + openRuns > 0;
  return {
    blockedBy: isBusy ? 'BUSY' : isDeployed ? 'DEPLOYED' : others === 0 ? 'LAST' : null,
    ...row._count,
    volumes: (observed?.volumes ?? []).map(({ name }) => name).sort(),
    host: row.host.name,
  };
}

function refusal(block: RemovalBlock, slug: string): string {
  switch (block) {
    case 'BUSY':
      return `A deployment or a run of ${slug} is not finished. Wait for its end, or cancel it.`;
    case 'DEPLOYED':
      return `The stack of ${slug} is still on its host. Remove the stack first; its volumes stay.`;
    case 'LAST':
      return `${slug} is the only environment of this project. Add another one first.`;
  }
}
