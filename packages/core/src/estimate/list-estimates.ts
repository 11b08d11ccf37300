import type { EstimateView, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { loadYardsticks } from '../reference';
import { requireUseCase } from '../use-case/require-use-case';
import { findEstimates } from './estimate.repository';

/** The history of a use case's estimates, newest first. The caller holds `portfolio:read`; NOT_FOUND. */
export async function listEstimates(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<EstimateView[]> {
  const useCase = await requireUseCase(context.db, principal, input.useCaseId, 'read');
  return findEstimates(context.db, useCase.id, await loadYardsticks(context.db));
}
