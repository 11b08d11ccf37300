import type { AuditEventView, ListAuditEventsInput, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';

export interface AuditPage {
  events: AuditEventView[];
  /** Give it as `before` for the next page; null at the end. */
  next: string | null;
}

/** The audit log, newest first. Validated by contracts; the caller holds `audit:read`. */
export async function listAuditEvents(
  context: CoreContext,
  _principal: Principal,
  input: ListAuditEventsInput,
): Promise<AuditPage> {
  const rows = await context.db.auditEvent.findMany({
    where: {
      ...(input.subjectType ? { subjectType: input.subjectType } : {}),
      ...(input.before ? { id: { lt: BigInt(input.before) } } : {}),
    },
    orderBy: { id: 'desc' },
    take: input.limit + 1,
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
  const page = rows.slice(0, input.limit);
  return {
    events: page.map((row) => ({
      ...row,
      id: String(row.id),
      data: (row.data ?? {}) as Record<string, unknown>,
    })),
    next: rows.length > input.limit ? String(page.at(-1)?.id ?? '') || null : null,
  };
}
