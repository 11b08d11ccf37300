import { allows, DomainError, type Principal, type RevisionDetail, type RevisionRef } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { findDeployments } from '../deployment/deployment.repository';
import { personNames } from '../environment/person-names';
import { requireProject } from '../project/project-access';
import { readStackSource, STACK_SOURCE } from '../stack/stack-source';
import { readVariableSnapshot } from '../variable/open-variables';
import { readDigests } from './read-digests';
import { REVISION_SUMMARY, toRevisionSummary } from './revision.repository';

/** More are not shown on the page of a revision. */
const DEPLOYMENTS = 20;

/**
 * One revision: its files, the names of its variables with the values that the reader may know, its images, and where it
 * was deployed. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function getRevision(
  context: CoreContext,
  principal: Principal,
  input: RevisionRef,
): Promise<RevisionDetail> {
  const { db } = context;
  const project = await requireProject(db, principal, input.projectId, 'read');
  const row = await db.stackRevision.findUnique({
    where: { projectId_number: { projectId: project.id, number: input.number } },
    select: { ...REVISION_SUMMARY, ...STACK_SOURCE, variables: true, imageDigests: true },
  });
  if (!row) throw noRevision(input.number);
  const [names, deployments, owner] = await Promise.all([
    personNames(db, [row.authorId]),
    findDeployments(db, { revisionId: row.id }, DEPLOYMENTS),
    db.environment.count({ where: { id: row.environmentId ?? undefined, projectId: project.id } }),
  ]);
  const mayRead = allows(principal.role, 'variable:write');
  return {
    ...toRevisionSummary(row, names),
    projectId: project.id,
    environmentId: row.environmentId !== null && owner > 0 ? row.environmentId : null,
    ...readStackSource(row),
    variables: Object.entries(readVariableSnapshot(row.variables))
      .map(([name, sealed]) => ({
        name,
        secret: 'ciphertext' in sealed,
        value: mayRead && 'value' in sealed ? sealed.value : null,
      }))
      .sort((left, right) => left.name.localeCompare(right.name)),
    images: Object.entries(readDigests(row.imageDigests))
      .map(([service, image]) => ({ service, image }))
      .sort((left, right) => left.service.localeCompare(right.service)),
    deployments,
  };
}

export function noRevision(number: number): DomainError {
  return new DomainError('NOT_FOUND', `This project has no revision ${number}.`);
}
