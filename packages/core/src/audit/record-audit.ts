import type { Principal } from '@jalon/contracts';
import type { Db } from '@jalon/db';

export interface AuditEntry {
  /** What was done, `<subject>.<past participle>`: `person.disabled`, `gate.decided`. */
  action: string;
  subjectType: string;
  subjectId: string;
  projectId?: string;
  /** Anything that makes the event readable later; never a secret. */
  data?: Record<string, unknown>;
}

/** An entry as a row; through JSON, so that a date or an undefined becomes what will be read back. */
function toRow(actor: Principal | null, entry: AuditEntry) {
  return {
    actorId: actor?.userId ?? null,
    actorName: actor?.name ?? '',
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    projectId: entry.projectId ?? null,
    data: JSON.parse(JSON.stringify(entry.data ?? {})),
  };
}

/**
 * Writes one line of the audit log. Call it with the transaction that makes the change, so that neither
 * exists without the other.
 * @param actor who did it; null when the platform itself did, or when nobody is signed in yet.
 */
export async function recordAudit(tx: Db, actor: Principal | null, entry: AuditEntry): Promise<void> {
  await recordAudits(tx, actor, [entry]);
}

/** Writes many lines at once, in their order; for a change of thousands of subjects. */
export async function recordAudits(
  tx: Db,
  actor: Principal | null,
  entries: readonly AuditEntry[],
): Promise<void> {
  const rows = JSON.stringify(entries.map((entry) => toRow(actor, entry)));
  await tx.$executeRaw`
    INSERT INTO "AuditEvent" ("actorId", "actorName", action, "subjectType", "subjectId", "projectId", data)
    SELECT "actorId", "actorName", action, "subjectType", "subjectId", "projectId", data
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("actorId" uuid, "actorName" text, action text,
      "subjectType" text, "subjectId" text, "projectId" uuid, data jsonb)`;
}
