import { type Db, notifyChange } from '@jalon/db';
import { readRunResult } from '../run/read-result';
import type { OpenRun } from './open-run';

/** A KPI is stored with 12 digits before the point; what is larger is no measurement. */
const LARGEST_VALUE = 1e12;

/**
 * Stores the values that a job reports under the keys of the use case's KPIs. A key that the use case does not
 * have is left alone, and a value that was stored for the same moment is kept.
 *
 * @param now the moment of a value that says none
 */
export async function storeKpiSamples(
  tx: Db,
  run: OpenRun,
  result: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const reported = readRunResult(result)?.kpis ?? [];
  if (reported.length === 0) return;
  const kpis = await tx.kpi.findMany({
    where: { useCaseId: run.useCaseId, key: { in: reported.map((kpi) => kpi.key) } },
    select: { id: true, key: true },
  });
  const deployment = await tx.deployment.findFirst({
    where: { environmentId: run.environmentId, action: 'DEPLOY', status: 'SUCCEEDED' },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  for (const kpi of kpis) {
    const samples = reported.filter(({ key, value }) => key === kpi.key && Math.abs(value) < LARGEST_VALUE);
    await tx.kpiSample.createMany({
      data: samples.map(({ value, at }) => ({
        kpiId: kpi.id,
        at: readMoment(at, now),
        value: String(value),
        source: 'JOB' as const,
        runId: run.id,
        deploymentId: deployment?.id ?? null,
      })),
      skipDuplicates: true,
    });
    await notifyChange(tx, { topic: 'kpi', id: kpi.id, projectId: run.projectId, useCaseId: run.useCaseId });
  }
}

function readMoment(text: string | null, now: Date): Date {
  const moment = text === null ? now : new Date(text);
  return Number.isNaN(moment.getTime()) ? now : moment;
}
