import { createHash } from 'node:crypto';

/** An audit event as it is hashed: every value in PostgreSQL's own text form. */
export interface ChainRow {
  sequence: string;
  previousHash: string | null;
  id: string;
  /** UTC, to the millisecond: 2026-06-15T10:00:00.000. */
  at: string;
  actorId: string | null;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  projectId: string | null;
  /** jsonb as text: its keys are in the database's own fixed order. */
  data: string;
  hash: string | null;
}

/** The hash before the first event. */
export const GENESIS_HASH = '0'.repeat(64);

/** The columns of a ChainRow. */
export const CHAIN_COLUMNS = `"sequence"::text, "previousHash", "id"::text,
  to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') AS "at", "actorId"::text, "actorName", "action",
  "subjectType", "subjectId", "projectId"::text, "data"::text, "hash"`;

function field(value: string | null): string {
  return value === null ? '-;' : `${Buffer.byteLength(value, 'utf8')}:${value};`;
}

/**
 * SHA-256 (hex) over everything in a row but the hash itself. Says the same as `jalon_audit_hash` in the database,
 * and trusts no function there: whoever can change rows could change those as well.
 */
export function hashOf(row: ChainRow): string {
  const values = [
    row.sequence,
    row.previousHash,
    row.id,
    row.at,
    row.actorId,
    row.actorName,
    row.action,
    row.subjectType,
    row.subjectId,
    row.projectId,
    row.data,
  ];
  return createHash('sha256')
    .update(`jalon-audit-1;${values.map(field).join('')}`)
    .digest('hex');
}
