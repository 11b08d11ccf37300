import type { StatusChange } from '@jalon/contracts';
import type { Db } from '@jalon/db';

interface Row {
  at: Date;
  actorName: string;
  reason: string | null;
}

/** Who last gave a use case its status, when and why, from the audit log; null when it does not say. */
export async function findStatusChange(db: Db, useCaseId: string): Promise<StatusChange | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT at, "actorName", COALESCE(data->>'reason', data->>'rationale') AS reason FROM "AuditEvent"
    WHERE "subjectType" = 'use-case' AND "subjectId" = ${useCaseId} AND data->'changed' ? 'status'
    ORDER BY id DESC LIMIT 1`;
  return row ? { at: row.at, actorName: row.actorName, reason: row.reason ?? '' } : null;
}
