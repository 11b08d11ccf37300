import { type MatrixCell, type Principal, type UseCaseFilter, VALUE_BANDS } from '@jalon/contracts';
import { Prisma } from '@jalon/db';
import type { CoreContext } from '../context';
import { filterCondition } from './conditions';
import { LIST_TABLES } from './use-case.repository';

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
  const cell = Prisma.sql`PARTITION BY feasibility, band`;
  const rows = await context.db.$queryRaw<PlacedRow[]>`
    SELECT feasibility, band, count::int, sum::text, number, title, expected::text FROM (
      SELECT *, count(*) OVER (${cell}) AS count, COALESCE(sum(expected) OVER (${cell}), 0)::numeric(20,2) AS sum,
        row_number() OVER (${cell} ORDER BY expected DESC NULLS LAST, number) AS place
      FROM (
        SELECT u.number, u.title, u.feasibility, u."estimateExpected" AS expected,
          width_bucket(u."estimateExpected", ${BOUNDS}::numeric[]) AS band
        FROM ${LIST_TABLES} WHERE ${filterCondition(filter)}
      ) banded
    ) placed WHERE place <= ${TOP} ORDER BY feasibility, band, place`;
  const cells = new Map<string, MatrixCell>();
  for (const { feasibility, band, count, sum, ...useCase } of rows) {
    const key = `${feasibility} ${band}`;
    const known = cells.get(key) ?? { feasibility, band, count, expected: sum, top: [] };
    known.top.push(useCase);
    cells.set(key, known);
  }
  return [...cells.values()];
}
