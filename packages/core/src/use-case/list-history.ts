import type { AuditEventView, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireUseCase } from './require-use-case';

const LIMIT = 200;

/** What happened to a use case, newest first, 200 at most. The caller holds `portfolio:read`; NOT_FOUND. */
export async function listUseCaseHistory(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<AuditEventView[]> {
  const useCase = await requireUseCase(context.db, principal, input.useCaseId, 'read');
  const rows = await context.db.auditEvent.findMany({
    where: { subjectType: 'use-case', subjectId: useCase.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: LIMIT,
    select: {
      id: true,
      at: true,
      actorName: true,
      action: true,
      subjectType: true,
      subjectId: true,
      data: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    id: String(row.id),
    data: (row.data ?? {}) as Record<string, unknown>,
  }));
}
