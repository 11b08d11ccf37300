import type { Principal, UpdateKpiInput } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { writeKpi } from './kpi.repository';
import { requireKpi } from './require-kpi';
import { staleKpi } from './stale-kpi';

/**
 * Changes the terms of a KPI; its key and its samples stay, and so do the terms that it had (docs/decisions/0031).
 * Validated by contracts; the caller holds `kpi:write`. NOT_FOUND, FORBIDDEN, CONFLICT as for a new one; STALE_VERSION,
 * saying who changed it, when it was edited since.
 */
export async function updateKpi(
  context: CoreContext,
  principal: Principal,
  input: UpdateKpiInput,
): Promise<{ id: string }> {
  return inTransaction(context.db, async (tx) => {
    const kpi = await requireKpi(tx, principal, input.kpiId);
    const written = await writeKpi(tx, kpi.id, input.version, input.kpi);
    if (!written) throw await staleKpi(tx, kpi, input.version);
    const { name, baseline, target, unit, valuePerUnit, attribution } = input.kpi;
    await recordAudit(tx, principal, {
      action: 'kpi.updated',
      subjectType: 'use-case',
      subjectId: kpi.useCase.id,
      data: {
        kpiId: kpi.id,
        name,
        baseline,
        target,
        unit,
        valuePerUnit,
        attribution,
        kpiVersion: input.version + 1,
      },
    });
    await notifyChange(tx, { topic: 'kpi', id: kpi.id, useCaseId: kpi.useCase.id });
    return { id: kpi.id };
  });
}
