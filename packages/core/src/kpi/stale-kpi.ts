import { DomainError } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { KpiRow } from './require-kpi';

/**
 * The error for terms that were edited on a version that is no longer the latest: who changed the KPI since, so that
 * nothing typed need be lost.
 */
export async function staleKpi(db: Db, kpi: KpiRow, seen: number): Promise<DomainError> {
  const events = await db.auditEvent.findMany({
    where: {
      subjectType: 'use-case',
      subjectId: kpi.useCase.id,
      action: 'kpi.updated',
      data: { path: ['kpiId'], equals: kpi.id },
    },
    orderBy: { id: 'desc' },
    take: 50,
    select: { actorName: true, data: true },
  });
  const since = events.filter(({ data }) => ((data as { kpiVersion?: number }).kpiVersion ?? 0) > seen);
  const who = [...new Set(since.map(({ actorName }) => actorName).filter(Boolean))].join(', ') || 'Somebody';
  return new DomainError(
    'STALE_VERSION',
    `${who} changed ${kpi.name} after you opened it. ` +
      'Nothing was saved and nothing you typed is lost: look at the latest terms, then save again.',
  );
}
