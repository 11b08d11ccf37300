import type { KpiDirection } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { Sample, ValuedKpi } from '@jalon/value';
import { tablesAt } from '../history';

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
  const rows = await db.$queryRaw<KpiRow[]>`
    SELECT k.id, k."useCaseId", (u."frozenRealised" ->> 'at')::timestamptz AS "retiredAt",
      k.direction::text AS direction, trim_scale(k.baseline)::text AS baseline,
      k."valuePerUnit"::text AS "valuePerUnit", trim_scale(k.attribution)::text AS attribution
    FROM ${kpis} k JOIN ${useCases} u ON u.id = k."useCaseId"
    WHERE k."useCaseId" = ANY(${useCaseIds}::uuid[]) AND k."valuePerUnit" IS NOT NULL ORDER BY k.id`;
  const measured = await db.$queryRaw<{ kpiId: string; at: Date; value: string }[]>`
    SELECT x."kpiId", x.at, x.value::text AS value FROM ${samples} x
    WHERE x."kpiId" = ANY(${rows.map((row) => row.id)}::uuid[]) AND x.at <= ${now}::timestamptz
    ORDER BY x.at, x.source`;
  const byKpi = new Map<string, Sample[]>(rows.map((row) => [row.id, []]));
  for (const { kpiId, ...sample } of measured) byKpi.get(kpiId)?.push(sample);
  const byUseCase = new Map<string, Earner>();
  for (const { id, useCaseId, retiredAt, ...terms } of rows) {
    const earner = byUseCase.get(useCaseId) ?? { until: retiredAt ?? now, valued: [] };
    earner.valued.push({ terms, samples: byKpi.get(id) ?? [] });
    byUseCase.set(useCaseId, earner);
  }
  return byUseCase;
}
