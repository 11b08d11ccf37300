import { type Db, Prisma, readRows } from '@jalon/db';

/** What has changed since a place in the log of changes. */
export interface Changes {
  /** Where to read on from the next time. */
  place: bigint;
  /** Ids of use cases; null when everything may have changed. */
  useCaseIds: string[] | null;
}

interface Row {
  place: bigint;
  ids: string[] | null;
  all: boolean | null;
}

/**
 * Reads which use cases were touched by transactions that ended since `place`, one that was still open then included
 * (docs/decisions/0038): a place is the oldest transaction that was under way, so nothing is ever missed, and what was in
 * sight already may come twice. Null reads nothing but the place.
 */
export async function readChanges(db: Db, place: bigint | null): Promise<Changes> {
  const rows = await readRows<Row>(
    db,
    Prisma.sql`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS place,
      array_agg(DISTINCT c."useCaseId") FILTER (WHERE c."useCaseId" IS NOT NULL) AS ids,
      bool_or(c.id IS NOT NULL AND c."useCaseId" IS NULL) AS all
    FROM (VALUES (1)) once LEFT JOIN "PortfolioChange" c ON c."changedIn" >= ${place ?? 0n}`,
  );
  const row = rows[0];
  if (!row) throw new Error('The database does not say where it is');
  const everything = place === null || row.all === true;
  return { place: row.place, useCaseIds: everything ? null : (row.ids ?? []) };
}
