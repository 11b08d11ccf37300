import { type MatrixCell, type Principal, type UseCaseFilter, VALUE_BANDS } from '@jalon/contracts';
import { Prisma } from '@jalon/db';
import type { CoreContext } from '../context';
import { filterCondition } from './conditions';

const TOP = 3;
const BOUNDS = VALUE_BANDS.slice(1);

interface PlacedRow {
  feasibility: number;
  band: number | null;
  count: number;
  sum: string;
  number: number;
  title: string;
  expected: string | null;
}

/**
 * The list as a matrix of feasibility and expected EBITDA a year: how many stand in each cell, what they are expected to
 * earn together, and the three that are worth most. It is as large for ten thousand use cases as for fifty.
 * Validated by contracts; the caller holds `portfolio:read`.
 */
export async function listMatrix(
  context: CoreContext,
  _principal: Principal,
  filter: UseCaseFilter,
): Promise<MatrixCell[]> {
  const where = filterCondition(filter);
  const bound = (place: Prisma.Sql): Prisma.Sql => Prisma.sql`(${BOUNDS}::numeric[])[${place}]`;
  // The dearest of a cell are the end of a range of an index; only counts and sums need to look at everything.
  const rows = await context.db.$queryRaw<PlacedRow[]>`
    WITH cell AS MATERIALIZED (
      SELECT u.feasibility, width_bucket(u."estimateExpected", ${BOUNDS}::numeric[]) AS band,
        count(*)::int AS count, COALESCE(sum(u."estimateExpected"), 0)::numeric(20,2) AS sum
      FROM "UseCase" u WHERE ${where} GROUP BY 1, 2)
    SELECT c.feasibility, c.band, c.count, c.sum::text, t.number, t.title, t.expected::text
    FROM cell c, LATERAL (
      SELECT u.number, u.title, u."estimateExpected" AS expected FROM "UseCase" u
      WHERE u.feasibility = c.feasibility AND c.band IS NOT NULL AND ${where}
        AND u."estimateExpected" >= COALESCE(${bound(Prisma.sql`c.band`)}, '-Infinity')
        AND u."estimateExpected" < COALESCE(${bound(Prisma.sql`c.band + 1`)}, 'Infinity')
      ORDER BY u."estimateExpected" DESC, u.number DESC LIMIT ${TOP}) t
    UNION ALL
    SELECT c.feasibility, NULL, c.count, c.sum::text, t.number, t.title, NULL
    FROM cell c, LATERAL (
      SELECT u.number, u.title FROM "UseCase" u
      WHERE u.feasibility = c.feasibility AND c.band IS NULL AND u."estimateExpected" IS NULL AND ${where}
      ORDER BY u.number DESC LIMIT ${TOP}) t`;
  const cells = new Map<string, MatrixCell>();
  for (const { feasibility, band, count, sum, ...useCase } of rows) {
    const key = `${feasibility} ${band}`;
    const known = cells.get(key) ?? { feasibility, band, count, expected: sum, top: [] };
    known.top.push(useCase);
    cells.set(key, known);
  }
  return [...cells.values()];
}
