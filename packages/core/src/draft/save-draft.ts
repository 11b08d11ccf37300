import { DomainError, DRAFTS_MOST, type Principal, type SaveDraftInput } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import type { CoreContext } from '../context';
import { toJson } from '../json';

const TITLE_MOST = 160;

/**
 * Keeps what stands in the form of a new use case, whatever it is, for its author alone. Validated by contracts; the
 * caller holds `use-case:write`. STALE_VERSION when it was saved from another window meanwhile; NOT_FOUND when it is
 * gone: it was discarded, or has become a use case; CONFLICT for one draft too many.
 */
export async function saveDraft(
  context: CoreContext,
  { userId }: Principal,
  { id, version, values }: SaveDraftInput,
): Promise<{ version: number; savedAt: Date }> {
  return inTransaction(context.db, async (tx) => {
    // One save of a person after the other: a first save that is sent twice makes one draft.
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
    const savedAt = context.clock.now();
    const title = (typeof values.title === 'string' ? values.title : '').trim().slice(0, TITLE_MOST);
    const data = { title, values: toJson(values), savedAt };
    const known = await tx.useCaseDraft.findUnique({
      where: { id },
      select: { userId: true, version: true },
    });
    if (!known && version === 0) {
      if ((await tx.useCaseDraft.count({ where: { userId } })) >= DRAFTS_MOST) {
        throw new DomainError('CONFLICT', `You have ${DRAFTS_MOST} drafts: discard one to keep another.`);
      }
      await tx.useCaseDraft.create({ data: { id, userId, ...data }, select: { id: true } });
      return { version: 1, savedAt };
    }
    if (known?.userId !== userId) {
      throw new DomainError('NOT_FOUND', 'There is no such draft of yours: it was saved or discarded.');
    }
    if (known.version !== version) {
      throw new DomainError(
        'STALE_VERSION',
        'This draft was changed in another window after it was opened here. Nothing typed here is lost.',
        [{ path: 'version', message: 'There is a newer draft.' }],
      );
    }
    await tx.useCaseDraft.update({
      where: { id },
      data: { ...data, version: version + 1 },
      select: { id: true },
    });
    return { version: version + 1, savedAt };
  });
}
