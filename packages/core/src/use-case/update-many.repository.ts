import type { UseCaseStatus } from '@jalon/contracts';
import { type Db, Prisma } from '@jalon/db';
import type { PatchedRow } from './apply-patch';

/** A use case as an edit of many judges and changes it. */
export interface EditedRow extends PatchedRow {
  id: string;
  number: number;
  version: number;
  ownerName: string;
}

/**
 * The use cases of these ids that exist, locked until the transaction ends. They are locked in the order of their ids,
 * so that two edits of the same ones wait for each other and do not stand in each other's way.
 */
export async function lockUseCases(tx: Db, ids: readonly string[]): Promise<Map<string, EditedRow>> {
  const rows = await tx.$queryRaw<(EditedRow & { status: UseCaseStatus })[]>`
    SELECT u.id, u.number, u.version, u.status::text AS status, u."ownerId", o.name AS "ownerName",
      u."contributorIds"::text[] AS "contributorIds",
      b.name AS "businessUnit", COALESCE(i.name, '') AS initiative, u.sponsor, u.feasibility, u.risk, u.tags
    FROM "UseCase" u JOIN "User" o ON o.id = u."ownerId" JOIN "BusinessUnit" b ON b.id = u."businessUnitId"
      LEFT JOIN "Initiative" i ON i.id = u."initiativeId"
    WHERE u.id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})
    ORDER BY u.id FOR UPDATE OF u`;
  return new Map(rows.map((row) => [row.id, row]));
}
