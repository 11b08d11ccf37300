import { type AttachmentIdInput, DomainError, type Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { ATTACHMENT_COLUMNS } from './view-attachment';

/**
 * Removes a document for good; the history keeps its name and its hash. Validated by contracts; the caller holds
 * `comment:write`. NOT_FOUND; FORBIDDEN but for whoever added it and an admin.
 */
export async function removeAttachment(
  context: CoreContext,
  principal: Principal,
  { attachmentId }: AttachmentIdInput,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const row = await tx.attachment.findUnique({
      where: { id: attachmentId },
      select: { ...ATTACHMENT_COLUMNS, useCaseId: true, sha256: true },
    });
    if (!row) throw new DomainError('NOT_FOUND', 'There is no such attachment: it was removed.');
    if (row.author.id !== principal.userId && principal.role !== 'ADMIN')
      throw new DomainError('FORBIDDEN', `Only ${row.author.name}, who added it, or an admin may remove it.`);
    await tx.attachment.delete({ where: { id: row.id }, select: { id: true } });
    await recordAudit(tx, principal, {
      action: 'attachment.removed',
      subjectType: 'use-case',
      subjectId: row.useCaseId,
      data: { attachmentId: row.id, name: row.name, sha256: row.sha256 },
    });
    await notifyChange(tx, { topic: 'comment', id: row.id, useCaseId: row.useCaseId });
  });
}
