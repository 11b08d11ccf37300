import type { KpiSampleView, KpiView } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import { kpiState, realisedOver, valueOfTarget, yearlyValueAt } from '@jalon/value';
import { type Stay, staysWithin } from '../history';

/** More than ten years of days: enough for every chart, and a bound for one page. */
const SAMPLES_MAX = 4000;

interface SampleRow extends KpiSampleView {
  kpiId: string;
}

/** The newest samples of each KPI of a use case, oldest first, by KPI; one statement. */
async function findSamples(db: Db, useCaseId: string): Promise<Map<string, KpiSampleView[]>> {
  const rows = await readRows<SampleRow>(
    db,
    Prisma.sql`
    SELECT s."kpiId", s.id::text AS id, s.at, trim_scale(s.value)::text AS value, s.source::text AS source, s."runId",
      s."recordedAt", EXISTS (
        SELECT 1 FROM "KpiSampleSuperseded" x WHERE x."kpiId" = s."kpiId" AND x."sampleId" = s.id) AS corrected
    FROM "Kpi" k CROSS JOIN LATERAL (
      SELECT * FROM "KpiSample" x WHERE x."kpiId" = k.id ORDER BY x.at DESC LIMIT ${SAMPLES_MAX}::int) s
    WHERE k."useCaseId" = ${useCaseId}::uuid ORDER BY s.at`,
  );
  const byKpi = new Map<string, KpiSampleView[]>();
  for (const { kpiId, ...sample } of rows) {
    const known = byKpi.get(kpiId);
    if (known) known.push(sample);
    else byKpi.set(kpiId, [sample]);
  }
  return byKpi;
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
  const [rows, samplesOf] = [
    await db.kpi.findMany({ where: { useCaseId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    await findSamples(db, useCaseId),
  ];
  const january = new Date(Date.UTC(now.getUTCFullYear(), 0, 1));
  const earning = staysWithin(stays, { from: january, to: realisedUntil });
  return rows.map((row): KpiView => {
    const samples = samplesOf.get(row.id) ?? [];
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
  });
}
