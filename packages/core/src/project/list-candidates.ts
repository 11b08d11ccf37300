import { type Principal, type ProjectCandidate, slugOf } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { findUseCasesWithoutProject } from './project.repository';

/**
 * Use cases that have no project yet, for the form of a new one. Authorized by the API (`project:create`): who may
 * open projects may see every title.
 */
export async function listProjectCandidates(
  context: CoreContext,
  _principal: Principal,
): Promise<ProjectCandidate[]> {
  const useCases = await findUseCasesWithoutProject(context.db, {});
  return useCases.map((useCase) => ({
    ...useCase,
    suggestedSlug: slugOf(useCase.title) || `use-case-${useCase.number}`,
  }));
}
