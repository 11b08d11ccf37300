import { DomainError, type UseCaseSort } from '@jalon/contracts';
import { Prisma } from '@jalon/db';

interface SortColumn {
  sql: Prisma.Sql;
  /** PostgreSQL's type, for the text that a cursor carries. */
  type: Prisma.Sql;
  /** What it needs beside `u`. */
  join?: Prisma.Sql;
  /** Has no value before the first estimate. */
  nullable?: boolean;
}

const text = Prisma.sql`text`;
const integer = Prisma.sql`integer`;
const numeric = Prisma.sql`numeric`;
const moment = Prisma.sql`timestamptz`;
const unit = Prisma.sql`JOIN "BusinessUnit" b ON b.id = u."businessUnitId"`;
const owner = Prisma.sql`JOIN "User" o ON o.id = u."ownerId"`;
const stage = Prisma.sql`JOIN "Stage" s ON s.id = u."stageId"`;
const riskAdjusted = Prisma.sql`round(u."estimateExpected" * s."reachProbability", 2)`;

const SORT_COLUMNS: Record<UseCaseSort, SortColumn> = {
  number: { sql: Prisma.sql`u.number`, type: integer },
  title: { sql: Prisma.sql`lower(u.title)`, type: text },
  businessUnit: { sql: Prisma.sql`lower(b.name)`, type: text, join: unit },
  owner: { sql: Prisma.sql`lower(o.name)`, type: text, join: owner },
  stage: { sql: Prisma.sql`s.position`, type: integer, join: stage },
  expected: { sql: Prisma.sql`u."estimateExpected"`, type: numeric, nullable: true },
  riskAdjusted: { sql: riskAdjusted, type: numeric, join: stage, nullable: true },
  start: { sql: Prisma.sql`u."estimateStart"`, type: Prisma.sql`date`, nullable: true },
  estimated: { sql: Prisma.sql`u."estimatedAt"`, type: moment, nullable: true },
  feasibility: { sql: Prisma.sql`u.feasibility`, type: integer },
  risk: { sql: Prisma.sql`u.risk`, type: integer },
  updated: { sql: Prisma.sql`u."updatedAt"`, type: moment },
};

/** Where a page ended: what its last row was ordered by, and the row's number. */
export interface Place {
  value: string | null;
  number: number;
}

export interface PageQuery {
  /** A condition on `u`. */
  where: Prisma.Sql;
  sort: UseCaseSort;
  descending: boolean;
  /** Of the page before; null for the first. */
  after: Place | null;
  limit: number;
}

/**
 * The ids of a page with what each was ordered by, as `id`, `value` and `place` (1, 2, 3…); what has no value comes last,
 * equal ones by number. Only `u` is looked at, and of it only as much as an index leaves over; rows with a value and
 * those without are asked for apart, because only so each is a range of an index.
 */
export function pageSelect({ where, sort, descending, after, limit }: PageQuery): Prisma.Sql {
  const { sql, type, join = Prisma.empty, nullable } = SORT_COLUMNS[sort];
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  const from = Prisma.sql`FROM "UseCase" u ${join} WHERE ${where}`;
  const parts: Prisma.Sql[] = [];
  if (after === null || after.value !== null) {
    const there = nullable ? Prisma.sql`${sql} IS NOT NULL` : Prisma.sql`true`;
    const later = after
      ? Prisma.sql`(${sql}, u.number) ${beyond} (${after.value}::${type}, ${after.number})`
      : there;
    parts.push(Prisma.sql`(SELECT u.id, u.number, (${sql})::text AS value, 0 AS part, ${sql} AS sort ${from} AND ${later}
      ORDER BY ${sql} ${direction}, u.number ${direction} LIMIT ${limit})`);
  }
  if (nullable) {
    const later = after?.value === null ? Prisma.sql`u.number ${beyond} ${after.number}` : Prisma.sql`true`;
    parts.push(Prisma.sql`(SELECT u.id, u.number, NULL AS value, 1 AS part, ${sql} AS sort ${from} AND ${sql} IS NULL AND ${later}
      ORDER BY u.number ${direction} LIMIT ${limit})`);
  }
  return Prisma.sql`
    SELECT id, value, row_number() OVER (ORDER BY part, sort ${direction}, number ${direction}) AS place
    FROM (${Prisma.join(parts, ' UNION ALL ')}) parts ORDER BY place LIMIT ${limit}`;
}

/** A place as the text that a page carries. */
export function writeCursor({ value, number }: Place): string {
  return Buffer.from(JSON.stringify([value, number])).toString('base64url');
}

/** Reads a cursor back; VALIDATION when it is none that `writeCursor` wrote. */
export function readCursor(cursor: string): Place {
  try {
    const [value, number] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if ((value === null || typeof value === 'string') && Number.isSafeInteger(number)) {
      return { value, number: number as number };
    }
  } catch {
    // Said below.
  }
  throw new DomainError('VALIDATION', 'This page of the list cannot be found again: start from its first.', [
    { path: 'cursor', message: 'Not a cursor of this list' },
  ]);
}
