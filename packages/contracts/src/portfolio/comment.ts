import { z } from 'zod';

const text = z.string().trim().min(1, 'Fill this in').max(5000, 'At most 5,000 characters');
/** Who is meant by the @names in the text; whoever is not named in it is left out. */
const mentions = z.array(z.uuid()).max(50, 'At most 50 people').default([]);

export const addCommentInputSchema = z.object({ useCaseId: z.uuid(), text, mentions });
export type AddCommentInput = z.infer<typeof addCommentInputSchema>;

export const editCommentInputSchema = z.object({
  commentId: z.uuid(),
  /** The version that was edited; a later one in the database answers STALE_VERSION. */
  version: z.int().min(1),
  text,
  mentions,
});
export type EditCommentInput = z.infer<typeof editCommentInputSchema>;

export const removeCommentInputSchema = z.object({ commentId: z.uuid() });
export type RemoveCommentInput = z.infer<typeof removeCommentInputSchema>;

export const findMentionableInputSchema = z.object({ text: z.string().trim().max(120).default('') });
export type FindMentionableInput = z.infer<typeof findMentionableInputSchema>;

export interface PersonName {
  id: string;
  name: string;
}

export interface CommentView {
  id: string;
  author: PersonName;
  /** Plain text with @names; empty once it is removed. */
  text: string;
  /** People that the text names, by the name that stands in it. */
  mentions: PersonName[];
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  removedAt: Date | null;
  /** Its author, while it stands. */
  mayEdit: boolean;
  /** Its author or an admin, while it stands. */
  mayRemove: boolean;
}
