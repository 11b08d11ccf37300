import type { KpiDirection, KpiState, KpiSummary } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import { kpiState } from '@jalon/value';

interface SummaryRow {
  id: string;
  useCaseId: string;
  key: string;
  name: string;
  unit: string;
  direction: KpiDirection;
  baseline: string;
  target: string;
  tolerance: string;
  at: Date | null;
  value: string | null;
}

/** KPIs of many use cases with the last sample of each, by use case; one query. */
export async function findKpiSummaries(
  db: Db,
  useCaseIds: readonly string[],
  now: Date,
): Promise<Map<string, KpiSummary[]>> {
  const rows = await readRows<SummaryRow>(
    db,
    Prisma.sql`
    SELECT k.id, k."useCaseId", k.key, k.name, k.unit, k.direction::text AS direction,
      trim_scale(k.baseline)::text AS baseline, trim_scale(k.target)::text AS target,
      trim_scale(k.tolerance)::text AS tolerance, l.at, trim_scale(l.value)::text AS value
    FROM "Kpi" k
    LEFT JOIN LATERAL (
      SELECT x.at, x.value FROM "KpiSample" x WHERE x."kpiId" = k.id ORDER BY x.at DESC LIMIT 1
    ) l ON true
    WHERE k."useCaseId" = ANY(${useCaseIds}::uuid[]) ORDER BY k."createdAt", k.id`,
  );
  const byUseCase = new Map<string, KpiSummary[]>();
  for (const { useCaseId, tolerance, at, value, ...kpi } of rows) {
    const last = at && value !== null ? { at, value } : null;
    const list = byUseCase.get(useCaseId) ?? [];
    list.push({ ...kpi, last, state: kpiState({ ...kpi, tolerance }, last, now) });
    byUseCase.set(useCaseId, list);
  }
  return byUseCase;
}

const WORST_FIRST: readonly KpiState[] = ['OFF_TARGET', 'LATE', 'NO_SAMPLES', 'ON_TARGET'];

/** The state that stands for several KPIs: the worst; null without any. */
export function worstState(kpis: readonly { state: KpiState }[]): KpiState | null {
  return WORST_FIRST.find((state) => kpis.some((kpi) => kpi.state === state)) ?? null;
}
