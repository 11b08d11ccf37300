import { ATTACHMENTS_MOST, type AttachmentView, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireUseCase } from '../use-case/require-use-case';
import { ATTACHMENT_COLUMNS, viewAttachment } from './view-attachment';

/** The documents of a use case, the newest first, without their bytes. The caller holds `portfolio:read`; NOT_FOUND. */
export async function listAttachments(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<AttachmentView[]> {
  const useCase = await requireUseCase(context.db, principal, input.useCaseId, 'read');
  const rows = await context.db.attachment.findMany({
    where: { useCaseId: useCase.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ATTACHMENTS_MOST,
    select: ATTACHMENT_COLUMNS,
  });
  return rows.map((row) => viewAttachment(row, principal));
}
