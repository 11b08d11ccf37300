import type { AttachmentType, AttachmentView, Principal } from '@jalon/contracts';

/** The columns of an attachment that its view needs. */
export const ATTACHMENT_COLUMNS = {
  id: true,
  name: true,
  type: true,
  size: true,
  createdAt: true,
  author: { select: { id: true, name: true } },
} as const;

interface AttachmentRow {
  id: string;
  name: string;
  type: string;
  size: number;
  createdAt: Date;
  author: { id: string; name: string };
}

/** An attachment as this person sees it. */
export function viewAttachment(
  { author, type, ...row }: AttachmentRow,
  principal: Principal,
): AttachmentView {
  return {
    ...row,
    type: type as AttachmentType,
    author: author.name,
    mayRemove: author.id === principal.userId || principal.role === 'ADMIN',
  };
}
