import {
  type CreateSavedViewInput,
  DomainError,
  type Principal,
  SAVED_VIEWS_MAX,
  type SavedViewItem,
} from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { refuseTakenName, requireView } from './view.repository';

/**
 * Keeps a way to look at the list by a name. Validated by contracts; the caller holds `portfolio:read`. CONFLICT when the name
 * is taken, or when there are too many.
 */
export async function createView(
  context: CoreContext,
  principal: Principal,
  input: CreateSavedViewInput,
): Promise<SavedViewItem> {
  const { userId: ownerId } = principal;
  return inTransaction(context.db, async (tx) => {
    // One at a time for each person: two windows cannot take one name, nor pass the limit together.
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${ownerId}::uuid FOR UPDATE`;
    await refuseTakenName(tx, ownerId, input.name);
    if ((await tx.savedView.count({ where: { ownerId } })) >= SAVED_VIEWS_MAX) {
      throw new DomainError(
        'CONFLICT',
        `You have ${SAVED_VIEWS_MAX} views: delete one that you do not need.`,
      );
    }
    const { id } = await tx.savedView.create({
      data: { ...input, ownerId, createdAt: context.clock.now() },
      select: { id: true },
    });
    await recordAudit(tx, principal, {
      action: 'saved-view.created',
      subjectType: 'saved-view',
      subjectId: id,
      data: { ...input },
    });
    return requireView(tx, principal, id);
  });
}
