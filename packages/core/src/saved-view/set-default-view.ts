import type { Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireView } from './view.repository';

/**
 * The view that the list opens with for this person, their own or a shared one; null for none. The caller holds
 * `portfolio:read`. NOT_FOUND.
 */
export async function setDefaultView(
  context: CoreContext,
  principal: Principal,
  { id }: { id: string | null },
): Promise<{ id: string | null }> {
  const { userId } = principal;
  return inTransaction(context.db, async (tx) => {
    const view = id === null ? null : await requireView(tx, principal, id);
    if (view) {
      const data = { viewId: view.id };
      await tx.defaultView.upsert({ where: { userId }, create: { userId, ...data }, update: data });
    } else {
      await tx.defaultView.deleteMany({ where: { userId } });
    }
    await recordAudit(tx, principal, {
      action: 'saved-view.made-default',
      subjectType: 'saved-view',
      subjectId: id ?? userId,
      data: { name: view?.name ?? null },
    });
    return { id };
  });
}
