import { type AttachmentIdInput, type AttachmentType, DomainError, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';

export interface AttachmentFile {
  name: string;
  type: AttachmentType;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A document with its bytes. Validated by contracts; the caller holds `portfolio:read`; NOT_FOUND. */
export async function readAttachment(
  context: CoreContext,
  _principal: Principal,
  { attachmentId }: AttachmentIdInput,
): Promise<AttachmentFile> {
  const row = await context.db.attachment.findUnique({
    where: { id: attachmentId },
    select: { name: true, type: true, content: { select: { bytes: true } } },
  });
  if (!row?.content)
    throw new DomainError('NOT_FOUND', 'There is no such attachment, or you may not see it.');
  return { name: row.name, type: row.type as AttachmentType, bytes: row.content.bytes };
}
