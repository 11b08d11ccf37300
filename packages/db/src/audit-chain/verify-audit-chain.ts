import type { Sql } from '../sql';
import { CHAIN_COLUMNS, type ChainRow } from './chain-row';
import { type ChainFault, ChainWalk } from './check-rows';

const BATCH = 2000;
/** Enough to see where it begins. */
const FAULTS_MAX = 100;

export interface ChainPoint {
  sequence: string;
  hash: string;
}

export interface ChainReport {
  /** Events that were read. */
  checked: number;
  /** The end of the chain as the database says it; noted elsewhere, it shows later that nothing before it changed. */
  head: ChainPoint;
  /** In order of the chain, 100 at most. */
  faults: ChainFault[];
}

/**
 * Reads the audit log from its first event to its present end and recomputes every hash. New events may be written
 * meanwhile. `expected` is an end that was noted earlier, outside the database: with it a chain is caught that was
 * rewritten whole.
 */
export async function verifyAuditChain(
  sql: Pick<Sql, 'query'>,
  expected: ChainPoint | null = null,
): Promise<ChainReport> {
  const heads = await sql.query<ChainPoint>(`SELECT "sequence"::text, "hash" FROM "AuditHead"`, []);
  const head = heads[0] ?? { sequence: '0', hash: '' };
  const faults: ChainFault[] = [];
  if (heads.length !== 1) faults.push({ kind: 'HEAD', sequence: null, eventId: null });
  const walk = new ChainWalk();
  let checked = 0;
  let expectedSeen = expected === null;
  while (faults.length < FAULTS_MAX) {
    const rows = await sql.query<ChainRow>(
      `SELECT ${CHAIN_COLUMNS} FROM "AuditEvent" WHERE "sequence" > $1 AND "sequence" <= $2
        ORDER BY "AuditEvent"."sequence" LIMIT ${BATCH}`,
      [String(walk.last.sequence), head.sequence],
    );
    checked += rows.length;
    faults.push(...walk.check(rows));
    if (expected && rows.some((row) => row.sequence === expected.sequence && row.hash === expected.hash)) {
      expectedSeen = true;
    }
    if (rows.length < BATCH) break;
  }
  const { last } = walk;
  if (String(last.sequence) !== head.sequence || (checked > 0 && last.hash !== head.hash)) {
    faults.push({ kind: 'HEAD', sequence: head.sequence, eventId: null });
  }
  if (!expectedSeen && expected) faults.push({ kind: 'HEAD', sequence: expected.sequence, eventId: null });
  faults.push(...(await unchained(sql, head.sequence)));
  return { checked, head, faults: faults.slice(0, FAULTS_MAX) };
}

/** Events without a place: those of a transaction that is still open are not visible here. */
async function unchained(sql: Pick<Sql, 'query'>, head: string): Promise<ChainFault[]> {
  const rows = await sql.query<{ id: string; sequence: string | null }>(
    `SELECT "id"::text, "sequence"::text FROM "AuditEvent" WHERE "sequence" IS NULL OR "sequence" < 1
      OR ("sequence" > $1 AND NOT EXISTS (SELECT 1 FROM "AuditHead" WHERE "sequence" > $1))
      ORDER BY "AuditEvent"."id" LIMIT ${FAULTS_MAX}`,
    [head],
  );
  return rows.map(({ id, sequence }) => ({ kind: 'UNCHAINED', sequence, eventId: id }));
}
