import { DomainError, type DraftIdInput, type DraftView, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';

/** One of the caller's drafts, whole. Validated by contracts; the caller holds `use-case:write`; NOT_FOUND. */
export async function getDraft(
  context: CoreContext,
  principal: Principal,
  { id }: DraftIdInput,
): Promise<DraftView> {
  const row = await context.db.useCaseDraft.findFirst({
    where: { id, userId: principal.userId },
    select: { id: true, title: true, savedAt: true, version: true, values: true },
  });
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such draft of yours: it was saved or discarded.');
  return { ...row, values: (row.values ?? {}) as Record<string, unknown> };
}
