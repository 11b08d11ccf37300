import type { FrozenRealised, KpiDirection, PortfolioSummary } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import { type Period, realisedOver, SAMPLE_HOLD_DAYS, type Sample } from '@jalon/value';
import { findProductionStays, type Stay, staysWithin, tablesAt } from '../history';
import { centsOf, moneyOf } from './cents';
import { findSampleSeries, NO_SAMPLES, type SampleSeries, samplesOf } from './sample-series';

const DAY = 86_400_000;

interface EarningRow {
  id: string;
  useCaseId: string;
  /** Retired: what it earned counts, but nobody measures it any more. */
  retired: boolean;
  direction: KpiDirection;
  baseline: string;
  valuePerUnit: string;
  attribution: string;
}

/** A KPI that is worth money, with the samples of its year. */
export interface Earning extends Omit<EarningRow, 'useCaseId'> {
  series: SampleSeries;
}

/** All that the realised value of one use case is computed from. */
export interface RealisedSource {
  earnings: Earning[];
  /** The times that it was in production. */
  stays: Stay[];
  /** What it had realised when it was retired. */
  frozen: FrozenRealised | null;
  /** Any of its KPIs is worth money. */
  valued: boolean;
}

/** What was earned in a month, in cents; and of how much time (ms) samples speak, out of how much they might. */
export interface MonthPart {
  cents: bigint;
  possible: number;
  spoken: number;
}

/** A month, or what there has been of it. */
export type Month = Period & { month: string };

/** The months (UTC) of the year of `now`, the last one until then. */
export function monthsOf(now: Date): Month[] {
  const year = now.getUTCFullYear();
  return Array.from({ length: now.getUTCMonth() + 1 }, (_, month) => {
    const from = new Date(Date.UTC(year, month, 1));
    const end = new Date(Date.UTC(year, month + 1, 1));
    return { month: from.toISOString().slice(0, 7), from, to: end < now ? end : now };
  });
}

/** From when on samples count for the year of `now`. */
export const samplesFrom = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), 0, 1) - SAMPLE_HOLD_DAYS * DAY);

function findEarnings(db: Db, useCaseIds: string[], moment: Date | null): Promise<EarningRow[]> {
  const { kpis, useCases } = tablesAt(moment);
  return readRows<EarningRow>(
    db,
    Prisma.sql`
    SELECT k.id, k."useCaseId", u.status = 'RETIRED' AS retired, k.direction::text AS direction,
      trim_scale(k.baseline)::text AS baseline, k."valuePerUnit"::text AS "valuePerUnit",
      trim_scale(k.attribution)::text AS attribution
    FROM ${kpis} k JOIN ${useCases} u ON u.id = k."useCaseId"
    WHERE k."useCaseId" = ANY(${useCaseIds}::uuid[]) AND u."frozenRealised" IS NULL AND k."valuePerUnit" IS NOT NULL`,
  );
}

function findFrozen(db: Db, useCaseIds: string[], moment: Date | null) {
  const { useCases, kpis } = tablesAt(moment);
  return readRows<{ id: string; frozen: FrozenRealised; valued: boolean }>(
    db,
    Prisma.sql`
    SELECT u.id, u."frozenRealised" AS frozen,
      u.id IN (SELECT k."useCaseId" FROM ${kpis} k WHERE k."valuePerUnit" IS NOT NULL) AS valued
    FROM ${useCases} u
    WHERE u.id = ANY(${useCaseIds}::uuid[]) AND u."frozenRealised" IS NOT NULL`,
  );
}

/**
 * What the realised value of use cases in the year of `now` is computed from, by use case; those that never were in
 * production are left out. As it was recorded at `moment`, now when null.
 */
export async function findRealisedSources(
  db: Db,
  useCaseIds: readonly string[],
  now: Date,
  moment: Date | null,
): Promise<Map<string, RealisedSource>> {
  const stays = await findProductionStays(db, moment, useCaseIds);
  const ids = [...stays.keys()];
  if (ids.length === 0) return new Map();
  const [rows, frozen] = await Promise.all([findEarnings(db, ids, moment), findFrozen(db, ids, moment)]);
  const kpiIds = rows.map((row) => row.id);
  const series = await findSampleSeries(db, kpiIds, { from: samplesFrom(now) }, tablesAt(moment).samples);
  const sources = new Map<string, RealisedSource>();
  for (const [id, own] of stays) sources.set(id, { earnings: [], stays: own, frozen: null, valued: false });
  for (const { id, ...own } of frozen) Object.assign(sources.get(id) ?? {}, own);
  for (const { useCaseId, ...terms } of rows) {
    const source = sources.get(useCaseId);
    source?.earnings.push({ ...terms, series: series.get(terms.id) ?? NO_SAMPLES });
    if (source) source.valued = true;
  }
  return sources;
}

/** What a use case earned in months or parts of them, in the times that it was in production. Pure. */
export function realisedIn(source: RealisedSource, months: readonly Month[]): MonthPart[] {
  const { earnings } = source;
  const samples = earnings.map(({ series }) => samplesOf(series));
  return months.map(({ month, ...period }) => {
    const part: MonthPart = { cents: frozenIn(source, month), possible: 0, spoken: 0 };
    const periods = staysWithin(source.stays, period);
    if (periods.length === 0) return part;
    const length = periods.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
    earnings.forEach((earning, index) => {
      const found = realisedOver(speaking(samples[index] ?? [], period.from), earning, periods);
      part.cents += centsOf(found.amount);
      if (earning.retired) return;
      part.possible += length;
      part.spoken += Math.round(found.covered * length);
    });
    return part;
  });
}

/** Samples that may speak for a time: those in it, and those whose word reaches into it. */
function speaking(samples: readonly Sample[], from: Date): Sample[] {
  const reach = from.getTime() - SAMPLE_HOLD_DAYS * DAY;
  return samples.filter(({ at }) => at.getTime() >= reach);
}

/** In cents; what was frozen of a month counts for all of it. */
export function frozenIn({ frozen }: RealisedSource, month: string): bigint {
  return centsOf(frozen?.months.find((one) => one.month === month)?.amount ?? '0.00');
}

/** KPIs that are worth money and are still measured. */
export const measuredKpis = ({ earnings }: RealisedSource): number =>
  earnings.filter((earning) => !earning.retired).length;

/** The year of `now` from its months; `kpis` speak for it. */
export function sumRealised(
  now: Date,
  months: readonly MonthPart[],
  kpis: number,
): PortfolioSummary['realised'] {
  const year = emptyMonth();
  for (const month of months) addMonth(year, month);
  const { possible, spoken } = year;
  return {
    year: now.getUTCFullYear(),
    computed: moneyOf(year.cents),
    covered: possible > 0 ? spoken / possible : null,
    months: monthsOf(now).map(({ month }, index) => ({
      month,
      computed: moneyOf(months[index]?.cents ?? 0n),
    })),
    kpis,
  };
}

/** Adds a month of one use case to the same month of others, or with -1 takes it out again. */
export function addMonth(sum: MonthPart | undefined, part: MonthPart, times: 1 | -1 = 1): void {
  if (!sum) return;
  sum.cents += part.cents * BigInt(times);
  sum.possible += part.possible * times;
  sum.spoken += part.spoken * times;
}

/** A month in which nothing was earned yet. */
export const emptyMonth = (): MonthPart => ({ cents: 0n, possible: 0, spoken: 0 });

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
  const sources = [...(await findRealisedSources(db, useCaseIds, now, moment)).values()];
  const months = monthsOf(now);
  const sums = months.map(emptyMonth);
  for (const source of sources)
    realisedIn(source, months).forEach((part, index) => {
      addMonth(sums[index], part);
    });
  const kpis = sources.reduce((sum, source) => sum + measuredKpis(source), 0);
  return sumRealised(now, sums, kpis);
}
