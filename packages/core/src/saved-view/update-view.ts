import { DomainError, type Principal, type SavedViewItem, type UpdateSavedViewInput } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { refuseTakenName, requireOwnView, requireView } from './view.repository';

/**
 * Renames a view, shares it or takes it back, or makes it show something else. Validated by contracts; the caller holds
 * `portfolio:read`. NOT_FOUND; FORBIDDEN for somebody else's; CONFLICT when the name is taken; STALE_VERSION when it was
 * changed since. Whoever opened their list with a view that is no longer shared opens it as it is.
 */
export async function updateView(
  context: CoreContext,
  principal: Principal,
  { id, version, ...input }: UpdateSavedViewInput,
): Promise<SavedViewItem> {
  return inTransaction(context.db, async (tx) => {
    const before = await requireOwnView(tx, principal, id);
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${before.owner.id}::uuid FOR UPDATE`;
    await refuseTakenName(tx, before.owner.id, input.name, id);
    const { count } = await tx.savedView.updateMany({
      where: { id, version },
      data: { ...input, version: version + 1 },
    });
    if (count === 0) {
      throw new DomainError(
        'STALE_VERSION',
        `“${before.name}” was changed after you opened it. Nothing was saved: look at it again, then save.`,
      );
    }
    if (!input.shared)
      await tx.defaultView.deleteMany({ where: { viewId: id, userId: { not: before.owner.id } } });
    const { name, query, shared } = before;
    await recordAudit(tx, principal, {
      action: 'saved-view.updated',
      subjectType: 'saved-view',
      subjectId: id,
      data: { before: { name, query, shared }, after: { ...input } },
    });
    // An admin who takes back what somebody else shared does not see it any more.
    const stays = input.shared || before.owner.id === principal.userId;
    return stays
      ? requireView(tx, principal, id)
      : { ...before, ...input, version: version + 1, mine: false, isDefault: false };
  });
}
