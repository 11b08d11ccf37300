import type { AddCommentInput, CommentView, Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { notifyPeople } from '../notification';
import { requireUseCase } from '../use-case/require-use-case';
import { mentionedIn } from './mentions';
import { COMMENT_COLUMNS, viewComment } from './view-comment';

/**
 * Says something about a use case, a closed one included. Whoever is named in it is told, and so are its owner
 * and its contributors.
 * Validated by contracts; the caller holds `comment:write`; NOT_FOUND.
 */
export async function addComment(
  context: CoreContext,
  principal: Principal,
  input: AddCommentInput,
): Promise<CommentView> {
  return inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, input.useCaseId, 'read');
    const now = context.clock.now();
    const people = await mentionedIn(tx, input.text, input.mentions);
    const row = await tx.useCaseComment.create({
      data: {
        useCaseId: useCase.id,
        authorId: principal.userId,
        text: input.text,
        createdAt: now,
        mentions: { create: people.map(({ id, name }) => ({ userId: id, name })) },
      },
      select: COMMENT_COLUMNS,
    });
    const about = { useCaseId: useCase.id, commentId: row.id };
    const named = people.map(({ id }) => id);
    await notifyPeople(tx, principal, named, { kind: 'MENTION', ...about }, now);
    const concerned = [useCase.ownerId, ...useCase.contributorIds].filter((id) => !named.includes(id));
    await notifyPeople(tx, principal, concerned, { kind: 'COMMENT', ...about }, now);
    await recordAudit(tx, principal, {
      action: 'comment.added',
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: { commentId: row.id, mentions: people.map(({ name }) => name) },
    });
    await notifyChange(tx, { topic: 'comment', id: row.id, useCaseId: useCase.id });
    return viewComment(row, principal);
  });
}
