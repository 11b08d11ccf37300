import type { ListRevisionsInput, Principal, RevisionSummary } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireProject } from '../project/project-access';
import { findRevisions } from './revision.repository';

/**
 * Revisions of a project, newest first. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function listRevisions(
  context: CoreContext,
  principal: Principal,
  input: ListRevisionsInput,
): Promise<RevisionSummary[]> {
  const project = await requireProject(context.db, principal, input.projectId, 'read');
  const where = {
    projectId: project.id,
    environmentId: input.environmentId,
    number: input.before ? { lt: input.before } : undefined,
  };
  return findRevisions(context.db, where, input.limit);
}
