import { DRAFTS_MOST, type DraftSummary, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';

/** The caller's unfinished use cases, the one saved last first. The caller holds `use-case:write`. */
export async function listDrafts(context: CoreContext, principal: Principal): Promise<DraftSummary[]> {
  return context.db.useCaseDraft.findMany({
    where: { userId: principal.userId },
    orderBy: [{ savedAt: 'desc' }, { id: 'desc' }],
    take: DRAFTS_MOST,
    select: { id: true, title: true, savedAt: true },
  });
}
