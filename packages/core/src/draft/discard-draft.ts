import type { DraftIdInput, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';

/** Throws one of the caller's drafts away; one that is gone already is no error. The caller holds `use-case:write`. */
export async function discardDraft(
  context: CoreContext,
  { userId }: Principal,
  { id }: DraftIdInput,
): Promise<void> {
  await context.db.useCaseDraft.deleteMany({ where: { id, userId } });
}
