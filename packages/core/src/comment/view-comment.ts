import type { CommentView, Principal } from '@jalon/contracts';

/** The columns of a comment that its view needs. */
export const COMMENT_COLUMNS = {
  id: true,
  useCaseId: true,
  authorId: true,
  text: true,
  version: true,
  createdAt: true,
  editedAt: true,
  removedAt: true,
  author: { select: { id: true, name: true } },
  mentions: { orderBy: { name: 'asc' }, select: { userId: true, name: true } },
} as const;

interface CommentRow extends Omit<CommentView, 'mentions' | 'mayEdit' | 'mayRemove'> {
  useCaseId: string;
  authorId: string;
  mentions: { userId: string; name: string }[];
}

/** A comment as this person sees it. */
export function viewComment(row: CommentRow, principal: Principal): CommentView {
  const { mentions, authorId, useCaseId: _, ...rest } = row;
  const stands = row.removedAt === null;
  const own = authorId === principal.userId;
  return {
    ...rest,
    mentions: mentions.map(({ userId, name }) => ({ id: userId, name })),
    mayEdit: stands && own,
    mayRemove: stands && (own || principal.role === 'ADMIN'),
  };
}
