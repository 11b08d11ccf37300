import { DomainError, type Principal, type RemoveCommentInput } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireComment } from './require-comment';

/**
 * Takes a comment's text away for good; its place says that it was removed. What it had told people goes with it.
 * Validated by contracts; the caller holds `comment:write`. FORBIDDEN but for its author and an admin; errors of
 * requireComment.
 */
export async function removeComment(
  context: CoreContext,
  principal: Principal,
  { commentId }: RemoveCommentInput,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const row = await requireComment(tx, commentId);
    if (row.authorId !== principal.userId && principal.role !== 'ADMIN')
      throw new DomainError('FORBIDDEN', `Only ${row.author.name}, who wrote it, or an admin may remove it.`);
    await tx.useCaseComment.update({
      where: { id: row.id },
      data: {
        text: '',
        version: row.version + 1,
        removedAt: context.clock.now(),
        mentions: { deleteMany: {} },
      },
      select: { id: true },
    });
    await tx.notification.deleteMany({ where: { commentId: row.id } });
    await recordAudit(tx, principal, {
      action: 'comment.removed',
      subjectType: 'use-case',
      subjectId: row.useCaseId,
      data: { commentId: row.id, author: row.author.name },
    });
    await notifyChange(tx, { topic: 'comment', id: row.id, useCaseId: row.useCaseId });
  });
}
