import type { Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireOwnView } from './view.repository';

/**
 * Deletes a view; whoever opened their list with it opens it as it is. The caller holds `portfolio:read`. NOT_FOUND; FORBIDDEN
 * for somebody else's.
 */
export async function removeView(
  context: CoreContext,
  principal: Principal,
  { id }: { id: string },
): Promise<{ id: string }> {
  return inTransaction(context.db, async (tx) => {
    const { name, query, shared, owner } = await requireOwnView(tx, principal, id);
    await tx.savedView.deleteMany({ where: { id } });
    await recordAudit(tx, principal, {
      action: 'saved-view.removed',
      subjectType: 'saved-view',
      subjectId: id,
      data: { name, query, shared, owner: owner.name },
    });
    return { id };
  });
}
