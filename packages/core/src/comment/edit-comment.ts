import { type CommentView, DomainError, type EditCommentInput, type Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { notifyPeople } from '../notification';
import { mentionedIn } from './mentions';
import { requireComment } from './require-comment';
import { COMMENT_COLUMNS, viewComment } from './view-comment';

/**
 * Changes the text of one's own comment, which says from then on that it was edited; whoever is named in it for the
 * first time is told. Validated by contracts; the caller holds `comment:write`. FORBIDDEN for another's; STALE_VERSION
 * when it was edited elsewhere meanwhile; errors of requireComment. The same text again writes nothing.
 */
export async function editComment(
  context: CoreContext,
  principal: Principal,
  input: EditCommentInput,
): Promise<CommentView> {
  return inTransaction(context.db, async (tx) => {
    const before = await requireComment(tx, input.commentId);
    if (before.authorId !== principal.userId)
      throw new DomainError(
        'FORBIDDEN',
        `Only ${before.author.name}, who wrote it, may change this comment.`,
      );
    if (before.version !== input.version) {
      throw new DomainError(
        'STALE_VERSION',
        'You changed this comment elsewhere after you opened it here. Nothing was saved: look at it again.',
        [{ path: 'text', message: 'There is a newer text.' }],
      );
    }
    const people = await mentionedIn(tx, input.text, input.mentions);
    const named = before.mentions.map(({ userId }) => userId);
    if (before.text === input.text) return viewComment(before, principal);
    const now = context.clock.now();
    const row = await tx.useCaseComment.update({
      where: { id: before.id },
      data: {
        text: input.text,
        version: before.version + 1,
        editedAt: now,
        mentions: { deleteMany: {}, create: people.map(({ id, name }) => ({ userId: id, name })) },
      },
      select: COMMENT_COLUMNS,
    });
    const anew = people.filter(({ id }) => !named.includes(id)).map(({ id }) => id);
    const about = { useCaseId: row.useCaseId, commentId: row.id };
    await notifyPeople(tx, principal, anew, { kind: 'MENTION', ...about }, now);
    await recordAudit(tx, principal, {
      action: 'comment.edited',
      subjectType: 'use-case',
      subjectId: row.useCaseId,
      data: { commentId: row.id, mentions: people.map(({ name }) => name) },
    });
    await notifyChange(tx, { topic: 'comment', id: row.id, useCaseId: row.useCaseId });
    return viewComment(row, principal);
  });
}
