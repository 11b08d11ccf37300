import { type AddKpiSampleInput, DomainError, type Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireKpi } from './require-kpi';

const DAY = 86_400_000;

/**
 * Enters one measurement by hand. Validated by contracts; the caller holds `kpi:write`. VALIDATION for a time to
 * come; CONFLICT when that time has a value already; NOT_FOUND and FORBIDDEN as for a KPI.
 */
export async function addKpiSample(
  context: CoreContext,
  principal: Principal,
  input: AddKpiSampleInput,
): Promise<{ id: string }> {
  if (input.at.getTime() > context.clock.now().getTime() + DAY) {
    const message = 'A measurement cannot lie in the future. Check the date.';
    throw new DomainError('VALIDATION', message, [{ path: 'at', message }]);
  }
  return inTransaction(context.db, async (tx) => {
    const kpi = await requireKpi(tx, principal, input.kpiId);
    const taken = await tx.kpiSample.findUnique({
      where: { kpiId_at_source: { kpiId: kpi.id, at: input.at, source: 'MANUAL' } },
      select: { value: true },
    });
    if (taken) {
      const message = `There is a value for that time already: ${taken.value} ${kpi.unit}. Choose another time.`;
      throw new DomainError('CONFLICT', message, [{ path: 'at', message }]);
    }
    const row = await tx.kpiSample.create({
      data: {
        kpiId: kpi.id,
        at: input.at,
        value: input.value,
        source: 'MANUAL',
        createdById: principal.userId,
      },
      select: { id: true },
    });
    await recordAudit(tx, principal, {
      action: 'kpi.measured',
      subjectType: 'use-case',
      subjectId: kpi.useCase.id,
      data: { kpiId: kpi.id, name: kpi.name, value: input.value, unit: kpi.unit, at: input.at },
    });
    await notifyChange(tx, { topic: 'kpi', id: kpi.id, useCaseId: kpi.useCase.id });
    return { id: String(row.id) };
  });
}
