import type { CommentView, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireUseCase } from '../use-case/require-use-case';
import { COMMENT_COLUMNS, viewComment } from './view-comment';

const LIMIT = 500;

/**
 * The comments on a use case, oldest first, the 500 newest at most; a removed one keeps its place without its text.
 * The caller holds `portfolio:read`; NOT_FOUND.
 */
export async function listComments(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<CommentView[]> {
  const useCase = await requireUseCase(context.db, principal, input.useCaseId, 'read');
  const rows = await context.db.useCaseComment.findMany({
    where: { useCaseId: useCase.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LIMIT,
    select: COMMENT_COLUMNS,
  });
  return rows.reverse().map((row) => viewComment(row, principal));
}
