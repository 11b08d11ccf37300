import { DomainError, type UseCaseSort } from '@jalon/contracts';
import { Prisma } from '@jalon/db';

interface SortColumn {
  sql: Prisma.Sql;
  /** PostgreSQL's type, for the text that a cursor carries. */
  type: Prisma.Sql;
}

const text = Prisma.sql`text`;
const integer = Prisma.sql`integer`;
const numeric = Prisma.sql`numeric`;
const moment = Prisma.sql`timestamptz`;

const SORT_COLUMNS: Record<UseCaseSort, SortColumn> = {
  number: { sql: Prisma.sql`u.number`, type: integer },
  title: { sql: Prisma.sql`lower(u.title)`, type: text },
  businessUnit: { sql: Prisma.sql`lower(b.name)`, type: text },
  owner: { sql: Prisma.sql`lower(o.name)`, type: text },
  stage: { sql: Prisma.sql`s.position`, type: integer },
  expected: { sql: Prisma.sql`u."estimateExpected"`, type: numeric },
  riskAdjusted: { sql: Prisma.sql`round(u."estimateExpected" * s."reachProbability", 2)`, type: numeric },
  start: { sql: Prisma.sql`u."estimateStart"`, type: Prisma.sql`date` },
  estimated: { sql: Prisma.sql`u."estimatedAt"`, type: moment },
  feasibility: { sql: Prisma.sql`u.feasibility`, type: integer },
  risk: { sql: Prisma.sql`u.risk`, type: integer },
  updated: { sql: Prisma.sql`u."updatedAt"`, type: moment },
};

/** Where a page ended: what its last row was ordered by, and the row's number. */
export interface Place {
  value: string | null;
  number: number;
}

/** What a list is ordered by. */
export function sortColumn(sort: UseCaseSort): Prisma.Sql {
  return SORT_COLUMNS[sort].sql;
}

/** The order of a list; what has no value comes last, and equal ones by number. */
export function sortOrder(sort: UseCaseSort, descending: boolean): Prisma.Sql {
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`${sortColumn(sort)} ${direction} NULLS LAST, u.number ${direction}`;
}

/** Holds for the rows that come after a place in that order. */
export function afterPlace(sort: UseCaseSort, descending: boolean, place: Place): Prisma.Sql {
  const { sql, type } = SORT_COLUMNS[sort];
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  const number = Prisma.sql`u.number ${beyond} ${place.number}`;
  if (place.value === null) return Prisma.sql`(${sql} IS NULL AND ${number})`;
  const value = Prisma.sql`${place.value}::${type}`;
  return Prisma.sql`(${sql} ${beyond} ${value} OR (${sql} = ${value} AND ${number}) OR ${sql} IS NULL)`;
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
