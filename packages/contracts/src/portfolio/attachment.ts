import { z } from 'zod';

/** Largest attachment, in bytes. */
export const ATTACHMENT_MAX_BYTES = 10 * 1024 * 1024;
/** How many a use case may have. */
export const ATTACHMENTS_MOST = 50;

export const ATTACHMENT_TYPES = ['PDF', 'PNG', 'CSV', 'XLSX', 'MD'] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/** A name as people give one: no folder, nothing that a file system or a header would misread. */
const name = z
  .string()
  .trim()
  .min(1, 'Give the file a name')
  .max(120, 'At most 120 characters')
  .regex(/^[^/\\:*?"<>|\p{Cc}]+$/u, 'No slashes, quotes or control characters')
  .regex(/\.(pdf|png|csv|xlsx|md)$/i, 'A PDF, PNG, CSV, XLSX or MD file');

export const addAttachmentInputSchema = z.object({ useCaseId: z.uuid(), name });
export type AddAttachmentInput = z.infer<typeof addAttachmentInputSchema>;

export const attachmentIdInputSchema = z.object({ attachmentId: z.uuid() });
export type AttachmentIdInput = z.infer<typeof attachmentIdInputSchema>;

export interface AttachmentView {
  id: string;
  name: string;
  type: AttachmentType;
  /** Bytes. */
  size: number;
  author: string;
  createdAt: Date;
  /** Whoever added it, and an admin. */
  mayRemove: boolean;
}
