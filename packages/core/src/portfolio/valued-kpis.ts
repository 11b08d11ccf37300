import type { KpiDirection } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import type { ValuedKpi } from '@jalon/value';
import { tablesAt } from '../history';
import { findSampleSeries, NO_SAMPLES, samplesOf } from './sample-series';

interface KpiRow {
  id: string;
  useCaseId: string;
  /** Of a retired use case: when. */
  retiredAt: Date | null;
  direction: KpiDirection;
  baseline: string;
  valuePerUnit: string;
  attribution: string;
}

/** The KPIs of a use case that are worth money, and until when it has earned. */
export interface Earner {
  until: Date;
  valued: ValuedKpi[];
}

/**
 * The KPIs that are worth money with all of their samples until `now`, by use case; as they were recorded at `moment`,
 * now when null. A use case without such a KPI is absent.
 */
export async function findValuedKpis(
  db: Db,
  useCaseIds: readonly string[],
  now: Date,
  moment: Date | null,
): Promise<Map<string, Earner>> {
  const { kpis, useCases, samples } = tablesAt(moment);
  const rows = await readRows<KpiRow>(
    db,
    Prisma.sql`
    SELECT k.id, k."useCaseId", (u."frozenRealised" ->> 'at')::timestamptz AS "retiredAt",
      k.direction::text AS direction, trim_scale(k.baseline)::text AS baseline,
      k."valuePerUnit"::text AS "valuePerUnit", trim_scale(k.attribution)::text AS attribution
    FROM ${kpis} k JOIN ${useCases} u ON u.id = k."useCaseId"
    WHERE k."useCaseId" = ANY(${useCaseIds}::uuid[]) AND k."valuePerUnit" IS NOT NULL ORDER BY k.id`,
  );
  const kpiIds = rows.map((row) => row.id);
  const byKpi = await findSampleSeries(db, kpiIds, { until: now }, samples);
  const byUseCase = new Map<string, Earner>();
  for (const { id, useCaseId, retiredAt, ...terms } of rows) {
    const earner = byUseCase.get(useCaseId) ?? { until: retiredAt ?? now, valued: [] };
    earner.valued.push({ terms, samples: samplesOf(byKpi.get(id) ?? NO_SAMPLES) });
    byUseCase.set(useCaseId, earner);
  }
  return byUseCase;
}
