import type { FrozenRealised, KpiDirection, PortfolioSummary } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { type Period, realisedOver, SAMPLE_HOLD_DAYS, type Sample, sumMoney } from '@jalon/value';
import { findProductionStays, type Stay, staysWithin, tablesAt } from '../history';

const DAY = 86_400_000;

interface Earning {
  id: string;
  useCaseId: string;
  /** Retired: what it earned counts, but nobody measures it any more. */
  retired: boolean;
  direction: KpiDirection;
  baseline: string;
  valuePerUnit: string;
  attribution: string;
}

function monthsOf(year: number, now: Date): Period[] {
  const periods: Period[] = [];
  for (let month = 0; month <= now.getUTCMonth(); month += 1) {
    const end = new Date(Date.UTC(year, month + 1, 1));
    periods.push({ from: new Date(Date.UTC(year, month, 1)), to: end < now ? end : now });
  }
  return periods;
}

function findEarnings(db: Db, useCaseIds: string[], moment: Date | null): Promise<Earning[]> {
  const { kpis, useCases } = tablesAt(moment);
  return db.$queryRaw<Earning[]>`
    SELECT k.id, k."useCaseId", u.status = 'RETIRED' AS retired, k.direction::text AS direction,
      trim_scale(k.baseline)::text AS baseline, k."valuePerUnit"::text AS "valuePerUnit",
      trim_scale(k.attribution)::text AS attribution
    FROM ${kpis} k JOIN ${useCases} u ON u.id = k."useCaseId"
    WHERE k."useCaseId" = ANY(${useCaseIds}::uuid[]) AND u."frozenRealised" IS NULL AND k."valuePerUnit" IS NOT NULL`;
}

/** What retired use cases had realised by then, as it was frozen: month → amounts. */
async function findFrozen(db: Db, useCaseIds: string[], moment: Date | null): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ frozen: FrozenRealised }[]>`
    SELECT u."frozenRealised" AS frozen FROM ${tablesAt(moment).useCases} u
    WHERE u.id = ANY(${useCaseIds}::uuid[]) AND u."frozenRealised" IS NOT NULL`;
  const months = new Map<string, string[]>();
  for (const { frozen } of rows) {
    for (const { month, amount } of frozen.months) months.set(month, [...(months.get(month) ?? []), amount]);
  }
  return months;
}

async function findSamples(
  db: Db,
  kpiIds: string[],
  { from, to }: Period,
  moment: Date | null,
): Promise<Map<string, Sample[]>> {
  const rows = await db.$queryRaw<{ kpiId: string; at: Date; value: string }[]>`
    SELECT x."kpiId", x.at, x.value::text AS value FROM ${tablesAt(moment).samples} x
    WHERE x."kpiId" = ANY(${kpiIds}::uuid[]) AND x.at BETWEEN ${from}::timestamptz AND ${to}::timestamptz
    ORDER BY x.at, x.source`;
  const byKpi = new Map<string, Sample[]>();
  for (const { kpiId, ...sample } of rows) {
    const own = byKpi.get(kpiId);
    if (own) own.push(sample);
    else byKpi.set(kpiId, [sample]);
  }
  return byKpi;
}

/**
 * What the KPIs of use cases have earned in the calendar year (UTC) of `now` until then, month by month: in the times
 * that each was in production, and only where a sample speaks. As it was recorded at `moment`, now when null.
 */
export async function realisedThisYear(
  db: Db,
  useCaseIds: readonly string[],
  now: Date,
  moment: Date | null = null,
): Promise<PortfolioSummary['realised']> {
  const year = now.getUTCFullYear();
  const stays = await findProductionStays(db, moment);
  const wanted = new Set(useCaseIds);
  const inProduction = [...stays.keys()].filter((id) => wanted.has(id));
  const [earnings, frozen] = await Promise.all([
    findEarnings(db, inProduction, moment),
    findFrozen(db, inProduction, moment),
  ]);
  const kpiIds = earnings.map((earning) => earning.id);
  const from = new Date(Date.UTC(year, 0, 1) - SAMPLE_HOLD_DAYS * DAY);
  const samples = await findSamples(db, kpiIds, { from, to: now }, moment);
  let possible = 0;
  let spoken = 0;
  const months = monthsOf(year, now).map((period) => {
    const amounts = earnings.map((earning) => {
      const own: Stay[] = stays.get(earning.useCaseId) ?? [];
      const periods = staysWithin(own, period);
      const found = realisedOver(samples.get(earning.id) ?? [], earning, periods);
      if (!earning.retired) {
        const length = periods.reduce((sum, part) => sum + part.to.getTime() - part.from.getTime(), 0);
        possible += length;
        spoken += found.covered * length;
      }
      return found.amount;
    });
    const month = period.from.toISOString().slice(0, 7);
    return { month, computed: sumMoney([...amounts, ...(frozen.get(month) ?? [])]) };
  });
  return {
    year,
    computed: sumMoney(months.map((month) => month.computed)),
    covered: possible > 0 ? spoken / possible : null,
    months,
    kpis: earnings.filter((earning) => !earning.retired).length,
  };
}
