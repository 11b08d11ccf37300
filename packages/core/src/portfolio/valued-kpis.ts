import type { KpiDirection } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
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
 * Samples until `now`, oldest first, by KPI. A row a KPI, whose samples are two texts: a row for each of hundreds of
 * thousands would cost more than all that is computed of them.
 */
async function findSamples(
  db: Db,
  kpiIds: string[],
  now: Date,
  samples: Prisma.Sql,
): Promise<Map<string, Sample[]>> {
  const rows = await readRows<{ kpiId: string; moments: string; values: string }>(
    db,
    Prisma.sql`
    SELECT x."kpiId", string_agg((extract(epoch FROM x.at) * 1000)::bigint::text, ' ' ORDER BY x.at, x.source) AS moments,
      string_agg(x.value::text, ' ' ORDER BY x.at, x.source) AS values
    FROM ${samples} x
    WHERE x."kpiId" = ANY(${kpiIds}::uuid[]) AND x.at <= ${now}::timestamptz GROUP BY x."kpiId"`,
  );
  return new Map(
    rows.map(({ kpiId, moments, values }) => {
      const texts = values.split(' ');
      return [
        kpiId,
        moments.split(' ').map((at, index) => ({ at: new Date(Number(at)), value: texts[index] ?? '0' })),
      ];
    }),
  );
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
  const byKpi = await findSamples(
    db,
    rows.map((row) => row.id),
    now,
    samples,
  );
  const byUseCase = new Map<string, Earner>();
  for (const { id, useCaseId, retiredAt, ...terms } of rows) {
    const earner = byUseCase.get(useCaseId) ?? { until: retiredAt ?? now, valued: [] };
    earner.valued.push({ terms, samples: byKpi.get(id) ?? [] });
    byUseCase.set(useCaseId, earner);
  }
  return byUseCase;
}
