import type { DeploymentSummary, ListDeploymentsInput, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireProject } from '../project/project-access';
import { findDeployments } from './deployment.repository';

/**
 * Deployments of a project, newest first. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function listDeployments(
  context: CoreContext,
  principal: Principal,
  input: ListDeploymentsInput,
): Promise<DeploymentSummary[]> {
  const project = await requireProject(context.db, principal, input.projectId, 'read');
  const where = {
    environment: { projectId: project.id },
    environmentId: input.environmentId,
    queuedAt: input.before ? { lt: input.before } : undefined,
  };
  return findDeployments(context.db, where, input.limit);
}
