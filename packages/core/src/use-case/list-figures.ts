import type { ListFigures, Principal, UseCaseFilter } from '@jalon/contracts';
import { Prisma } from '@jalon/db';
import type { CoreContext } from '../context';
import { loadStages, stageView } from '../reference';
import { filterCondition } from './conditions';

interface FiguresRow {
  key: string;
  count: number;
  active: number;
  expected: string;
  riskAdjusted: string;
  maxHigh: string;
  plannedFrom: string | null;
  plannedTo: string | null;
}

const ACTIVE = Prisma.sql`FILTER (WHERE u.status = 'ACTIVE')`;

/**
 * How many use cases stand in each stage under a filter, and what they are expected to earn a year (in the currency of
 * the estimates; the risk-adjusted sum is of figures rounded to the cent). Validated by contracts; the caller holds
 * `portfolio:read`.
 */
export async function listFigures(
  context: CoreContext,
  _principal: Principal,
  filter: UseCaseFilter,
): Promise<ListFigures> {
  const [stages, rows] = await Promise.all([
    loadStages(context.db),
    context.db.$queryRaw<FiguresRow[]>`
      SELECT s.key, count(*)::int AS count, (count(*) ${ACTIVE})::int AS active,
        COALESCE(sum(u."estimateExpected") ${ACTIVE}, 0)::numeric(20,2)::text AS expected,
        COALESCE(sum(round(u."estimateExpected" * s."reachProbability", 2)) ${ACTIVE}, 0)::numeric(20,2)::text
          AS "riskAdjusted",
        COALESCE(max(u."estimateHigh"), 0)::text AS "maxHigh",
        (min(LEAST(u."stageSince"::date, u."estimateStart")) FILTER (WHERE u."estimateStart" IS NOT NULL))::text
          AS "plannedFrom",
        max((u."estimateStart" + make_interval(months => u."estimateRampUp"))::date)::text AS "plannedTo"
      FROM "UseCase" u JOIN "Stage" s ON s.id = u."stageId" WHERE ${filterCondition(filter)} GROUP BY s.key`,
  ]);
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  const from = rows.flatMap((row) => row.plannedFrom ?? []).sort()[0];
  const to = rows
    .flatMap((row) => row.plannedTo ?? [])
    .sort()
    .at(-1);
  return {
    asOf: context.clock.now(),
    planned: from && to ? { from, to } : null,
    total: rows.reduce((sum, row) => sum + row.count, 0),
    maxHigh: rows.reduce((most, row) => (Number(row.maxHigh) > Number(most) ? row.maxHigh : most), '0'),
    stages: stages.map((stage) => {
      const { count = 0, active = 0, expected = '0.00', riskAdjusted = '0.00' } = rowOf.get(stage.key) ?? {};
      return { stage: stageView(stage), count, active, expected, riskAdjusted };
    }),
  };
}
