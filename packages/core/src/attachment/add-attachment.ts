import { createHash } from 'node:crypto';
import {
  type AddAttachmentInput,
  ATTACHMENT_MAX_BYTES,
  ATTACHMENTS_MOST,
  type AttachmentView,
  DomainError,
  type Principal,
  useCaseReference,
} from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireUseCase } from '../use-case/require-use-case';
import { sniffType } from './sniff-type';
import { ATTACHMENT_COLUMNS, viewAttachment } from './view-attachment';

const refuse = (message: string) => new DomainError('VALIDATION', message, [{ path: 'file', message }]);

/**
 * Adds a document to a use case. It stands in the database, with the backup of everything else; nothing of it is ever a
 * file that a web server could serve. Validated by contracts; the caller holds `comment:write`. NOT_FOUND; VALIDATION for a
 * file that is empty, too large, or not what its name says; CONFLICT for one too many.
 */
export async function addAttachment(
  context: CoreContext,
  principal: Principal,
  { useCaseId, name }: AddAttachmentInput,
  bytes: Buffer,
): Promise<AttachmentView> {
  if (bytes.length === 0) throw refuse('The file is empty.');
  if (bytes.length > ATTACHMENT_MAX_BYTES)
    throw refuse('The file is larger than 10 MB: attach a link to it instead.');
  const type = sniffType(name, bytes);
  if (!type)
    throw refuse('What is in the file is not what its name says. Attach a PDF, PNG, CSV, XLSX or MD file.');
  return inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, useCaseId, 'read');
    await tx.$queryRaw`SELECT id FROM "UseCase" WHERE id = ${useCase.id}::uuid FOR UPDATE`;
    if ((await tx.attachment.count({ where: { useCaseId: useCase.id } })) >= ATTACHMENTS_MOST) {
      const reference = useCaseReference(useCase.number);
      throw new DomainError(
        'CONFLICT',
        `${reference} has ${ATTACHMENTS_MOST} attachments: remove one first.`,
      );
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const row = await tx.attachment.create({
      data: {
        useCaseId: useCase.id,
        name,
        type,
        size: bytes.length,
        sha256,
        authorId: principal.userId,
        createdAt: context.clock.now(),
        content: { create: { bytes: new Uint8Array(bytes) } },
      },
      select: ATTACHMENT_COLUMNS,
    });
    await recordAudit(tx, principal, {
      action: 'attachment.added',
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: { attachmentId: row.id, name, size: bytes.length, sha256 },
    });
    await notifyChange(tx, { topic: 'comment', id: row.id, useCaseId: useCase.id });
    return viewAttachment(row, principal);
  });
}
