import type { AuditFilter, AuditLogEntry, ListAuditEventsInput, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';

export interface AuditPage {
  events: AuditLogEntry[];
  /** Give it as `before` for the next page; null at the end. */
  next: string | null;
}

/** The condition of a filter; what is left out asks for nothing. */
function whereOf({ actorId, action, subjectType, subjectId, from, to }: AuditFilter) {
  return {
    ...(actorId ? { actorId } : {}),
    ...(action ? { action } : {}),
    ...(subjectType ? { subjectType } : {}),
    ...(subjectId ? { subjectId } : {}),
    ...(from || to ? { at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
  };
}

/** The audit log, newest first. Validated by contracts; the caller holds `audit:read`. */
export async function listAuditEvents(
  context: CoreContext,
  _principal: Principal,
  { before, limit, ...filter }: ListAuditEventsInput,
): Promise<AuditPage> {
  const rows = await context.db.auditEvent.findMany({
    where: { ...whereOf(filter), ...(before ? { id: { lt: BigInt(before) } } : {}) },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: {
      id: true,
      at: true,
      actorId: true,
      actorName: true,
      action: true,
      subjectType: true,
      subjectId: true,
      data: true,
      sequence: true,
    },
  });
  const page = rows.slice(0, limit);
  return {
    events: page.map((row) => ({
      ...row,
      id: String(row.id),
      sequence: row.sequence === null ? null : String(row.sequence),
      data: (row.data ?? {}) as Record<string, unknown>,
    })),
    next: rows.length > limit ? String(page.at(-1)?.id ?? '') || null : null,
  };
}
