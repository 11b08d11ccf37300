import type { FrozenRealised, KpiDirection, PortfolioSummary } from '@jalon/contracts';
import { type Db, Prisma } from '@jalon/db';
import { type Period, realisedValue, SAMPLE_HOLD_DAYS, sumMoney } from '@jalon/value';

const DAY = 86_400_000;

interface Earning {
  id: string;
  since: Date;
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

async function findEarnings(db: Db, useCaseIds: string[]): Promise<Earning[]> {
  const rows = await db.kpi.findMany({
    where: {
      useCase: { id: { in: useCaseIds }, frozenRealised: { equals: Prisma.DbNull } },
      valuePerUnit: { not: null },
    },
    select: {
      id: true,
      direction: true,
      baseline: true,
      valuePerUnit: true,
      attribution: true,
      useCase: { select: { stageSince: true, status: true } },
    },
  });
  return rows.flatMap((row) =>
    row.valuePerUnit === null
      ? []
      : [
          {
            id: row.id,
            since: row.useCase.stageSince,
            retired: row.useCase.status === 'RETIRED',
            direction: row.direction,
            baseline: row.baseline.toString(),
            valuePerUnit: row.valuePerUnit.toFixed(2),
            attribution: row.attribution.toString(),
          },
        ],
  );
}

/** What retired use cases had realised by then, as it was frozen: month → amounts. */
async function findFrozen(db: Db, useCaseIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db.useCase.findMany({
    where: { id: { in: useCaseIds }, frozenRealised: { not: Prisma.DbNull } },
    select: { frozenRealised: true },
  });
  const months = new Map<string, string[]>();
  for (const { frozenRealised } of rows) {
    for (const { month, amount } of (frozenRealised as unknown as FrozenRealised).months) {
      months.set(month, [...(months.get(month) ?? []), amount]);
    }
  }
  return months;
}

/**
 * What the KPIs of use cases in production have earned this calendar year, month by month: from the day they
 * entered production, and only where a sample speaks.
 */
export async function realisedThisYear(
  db: Db,
  inProduction: readonly string[],
  now: Date,
): Promise<PortfolioSummary['realised']> {
  const year = now.getUTCFullYear();
  const months = monthsOf(year, now);
  const [earnings, frozen] = await Promise.all([
    findEarnings(db, [...inProduction]),
    findFrozen(db, [...inProduction]),
  ]);
  const samples = await db.kpiSample.findMany({
    where: {
      kpiId: { in: earnings.map((earning) => earning.id) },
      at: { gte: new Date(Date.UTC(year, 0, 1) - SAMPLE_HOLD_DAYS * DAY), lte: now },
    },
    orderBy: { at: 'asc' },
    select: { kpiId: true, at: true, value: true },
  });
  let possible = 0;
  let spoken = 0;
  const computed = months.map((period) => {
    const amounts = earnings.map((earning) => {
      const from = new Date(Math.max(earning.since.getTime(), period.from.getTime()));
      const length = Math.max(0, period.to.getTime() - from.getTime());
      const own = samples
        .filter((sample) => sample.kpiId === earning.id)
        .map((sample) => ({ at: sample.at, value: sample.value.toString() }));
      const found = realisedValue(own, earning, { from, to: period.to });
      if (!earning.retired) {
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
    computed: sumMoney(computed.map((month) => month.computed)),
    covered: possible > 0 ? spoken / possible : null,
    months: computed,
    kpis: earnings.filter((earning) => !earning.retired).length,
  };
}
