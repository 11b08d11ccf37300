import type { KpiSampleView, KpiView } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { kpiState, realisedOver, valueOfTarget, yearlyValueAt } from '@jalon/value';
import { type Stay, staysWithin } from '../history';

/** More than ten years of days: enough for every chart, and a bound for one page. */
const SAMPLES_MAX = 4000;

async function findSamples(db: Db, kpiId: string): Promise<KpiSampleView[]> {
  const rows = await db.kpiSample.findMany({
    where: { kpiId },
    orderBy: { at: 'desc' },
    take: SAMPLES_MAX,
    select: { id: true, at: true, value: true, source: true, runId: true, recordedAt: true },
  });
  const superseded = await db.kpiSampleSuperseded.findMany({
    where: { kpiId },
    distinct: ['sampleId'],
    select: { sampleId: true },
  });
  const corrected = new Set(superseded.map(({ sampleId }) => sampleId));
  return rows.reverse().map((row) => ({
    ...row,
    id: String(row.id),
    value: row.value.toString(),
    corrected: corrected.has(row.id),
  }));
}

/**
 * KPIs of a use case with their samples and what those are worth. `stays` are its times in production: what a prototype
 * measures has earned nothing. It earns until `realisedUntil`.
 */
export async function findKpiViews(
  db: Db,
  useCaseId: string,
  now: Date,
  stays: readonly Stay[],
  realisedUntil: Date = now,
): Promise<KpiView[]> {
  const rows = await db.kpi.findMany({
    where: { useCaseId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const january = new Date(Date.UTC(now.getUTCFullYear(), 0, 1));
  const earning = staysWithin(stays, { from: january, to: realisedUntil });
  return Promise.all(
    rows.map(async (row): Promise<KpiView> => {
      const samples = await findSamples(db, row.id);
      const last = samples.at(-1) ?? null;
      const baseline = row.baseline.toString();
      const target = row.target.toString();
      const tolerance = row.tolerance.toString();
      const attribution = row.attribution.toString();
      const valuePerUnit = row.valuePerUnit?.toFixed(2) ?? null;
      const { direction } = row;
      const terms = valuePerUnit === null ? null : { baseline, direction, valuePerUnit, attribution };
      return {
        id: row.id,
        key: row.key,
        name: row.name,
        unit: row.unit,
        direction,
        baseline,
        baselineWindow: row.baselineWindow,
        target,
        targetDate: row.targetDate?.toISOString().slice(0, 10) ?? null,
        tolerance,
        valuePerUnit,
        currency: row.currency,
        attribution,
        source: row.source,
        assumptions: row.assumptions,
        version: row.version,
        state: kpiState({ direction, target, tolerance }, last, now),
        samples,
        last,
        valueOfTarget: terms && valueOfTarget(target, terms),
        valueAtLast: terms && last && yearlyValueAt(last.value, terms),
        realised: terms && stays.length > 0 ? realisedOver(samples, terms, earning) : null,
      };
    }),
  );
}
