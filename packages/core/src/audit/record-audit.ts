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

/**
 * Writes one line of the audit log. Call it with the transaction that makes the change, so that neither
 * exists without the other.
 * @param actor who did it; null when the platform itself did, or when nobody is signed in yet.
 */
export async function recordAudit(tx: Db, actor: Principal | null, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: actor?.userId ?? null,
      actorName: actor?.name ?? '',
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      projectId: entry.projectId ?? null,
      // Through JSON, so that a date or an undefined becomes what will be read back.
      data: JSON.parse(JSON.stringify(entry.data ?? {})),
    },
    select: { id: true },
  });
}
