import { type CorrectSampleInput, DomainError, type Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { exact } from '@jalon/value';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireKpi } from './require-kpi';
import { lockKpi } from './sample-clashes';

/**
 * Corrects the value of one sample, whatever it came from, for a reason. What it said before is kept by a trigger, with
 * the time for which it counted (docs/decisions/0031), and stands in the audit log. Validated by contracts; the caller
 * holds `kpi:write`. NOT_FOUND, FORBIDDEN, CONFLICT as for a new value; STALE_VERSION when it was corrected meanwhile.
 */
export async function correctSample(
  context: CoreContext,
  principal: Principal,
  { sampleId, was, value, reason }: CorrectSampleInput,
): Promise<{ id: string }> {
  return inTransaction(context.db, async (tx) => {
    const found = await tx.kpiSample.findUnique({
      where: { id: BigInt(sampleId) },
      select: { kpiId: true },
    });
    if (!found) throw new DomainError('NOT_FOUND', 'There is no such value, or you may not see it.');
    const kpi = await requireKpi(tx, principal, found.kpiId);
    await lockKpi(tx, kpi.id);
    const sample = await tx.kpiSample.findUniqueOrThrow({
      where: { id: BigInt(sampleId) },
      select: { at: true, value: true, source: true },
    });
    const before = sample.value.toString();
    if (!exact(before).eq(was)) {
      throw new DomainError(
        'STALE_VERSION',
        `Somebody has corrected it to ${before} meanwhile. Look at it again.`,
      );
    }
    if (exact(before).eq(value)) return { id: sampleId };
    await tx.kpiSample.update({ where: { id: BigInt(sampleId) }, data: { value }, select: { id: true } });
    await recordAudit(tx, principal, {
      action: 'kpi.corrected',
      subjectType: 'use-case',
      subjectId: kpi.useCase.id,
      data: {
        kpiId: kpi.id,
        name: kpi.name,
        unit: kpi.unit,
        at: sample.at,
        source: sample.source,
        from: before,
        to: value,
        reason,
      },
    });
    await notifyChange(tx, { topic: 'kpi', id: kpi.id, useCaseId: kpi.useCase.id });
    return { id: sampleId };
  });
}
