import { DomainError, type Principal } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { requireUseCase, type UseCaseRow } from '../use-case/require-use-case';

export interface KpiRow {
  id: string;
  key: string;
  name: string;
  unit: string;
  useCase: UseCaseRow;
}

/** The KPI of an id, to write to. NOT_FOUND, and what `requireUseCase` throws for the right to write KPIs. */
export async function requireKpi(tx: Db, principal: Principal, kpiId: string): Promise<KpiRow> {
  const found = await tx.kpi.findUnique({
    where: { id: kpiId },
    select: { id: true, key: true, name: true, unit: true, useCaseId: true },
  });
  if (!found) throw new DomainError('NOT_FOUND', 'There is no such KPI, or you may not see it.');
  const { useCaseId, ...kpi } = found;
  return { ...kpi, useCase: await requireUseCase(tx, principal, useCaseId, 'kpi') };
}
