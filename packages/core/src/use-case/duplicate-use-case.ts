import type { CreateUseCaseInput, DuplicateUseCaseInput, Principal, UseCaseDetail } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { insertKpi } from '../kpi/kpi.repository';
import { createUseCase } from './create-use-case';
import { getUseCase } from './get-use-case';
import { requireUseCase } from './require-use-case';

/** Kept by a copy: the latest range, as a first estimate of whoever copies. */
async function latestEstimate(
  context: CoreContext,
  useCaseId: string,
): Promise<CreateUseCaseInput['estimate']> {
  const row = await context.db.valueEstimate.findFirst({
    where: { useCaseId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if (!row) return null;
  return {
    low: row.low.toFixed(2),
    likely: row.likely.toFixed(2),
    high: row.high.toFixed(2),
    currency: row.currency as NonNullable<CreateUseCaseInput['estimate']>['currency'],
    rampUpMonths: row.rampUpMonths,
    startDate: row.startDate.toISOString().slice(0, 10),
    horizonYears: row.horizonYears,
    oneOffCost: row.oneOffCost.toFixed(2),
    yearlyRunCost: row.yearlyRunCost.toFixed(2),
    confidence: row.confidence,
    method: row.method,
    assumptions: row.assumptions,
  };
}

/**
 * Logs a new idea from another use case: its words, its latest range and the terms of its KPIs; not its stage, its
 * decisions, its measurements or its project. It belongs to whoever copies. Validated by contracts; the caller
 * holds `use-case:write`; everybody may copy what they see. NOT_FOUND.
 */
export async function duplicateUseCase(
  context: CoreContext,
  principal: Principal,
  input: DuplicateUseCaseInput,
): Promise<UseCaseDetail> {
  return inTransaction(context.db, async (tx) => {
    const inside = { ...context, db: tx };
    const { number } = await requireUseCase(tx, principal, input.useCaseId, 'read');
    const source = await getUseCase(inside, principal, { number });
    const { problemStatement, expectedOutcome, sponsor, benefitType, feasibility, risk, tags } = source;
    const made = await createUseCase(inside, principal, {
      ...{ problemStatement, expectedOutcome, sponsor, benefitType, feasibility, risk, tags },
      title: input.title,
      businessUnit: source.businessUnit.name,
      initiative: source.initiative?.name ?? '',
      estimate: await latestEstimate(inside, source.id),
      kpi: null,
    });
    const kpis = await tx.kpi.findMany({
      where: { useCaseId: source.id },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    for (const { id: _id, useCaseId: _useCaseId, createdAt: _at, updatedAt: _updated, ...kpi } of kpis) {
      await insertKpi(
        tx,
        made.id,
        {
          ...kpi,
          baseline: kpi.baseline.toString(),
          target: kpi.target.toString(),
          targetDate: kpi.targetDate?.toISOString().slice(0, 10) ?? null,
          tolerance: kpi.tolerance.toString(),
          valuePerUnit: kpi.valuePerUnit?.toFixed(2) ?? null,
          attribution: kpi.attribution.toString(),
          currency: kpi.currency as 'EUR',
        },
        context.clock.now(),
      );
    }
    await recordAudit(tx, principal, {
      action: 'use-case.duplicated',
      subjectType: 'use-case',
      subjectId: made.id,
      data: { from: source.number, title: source.title },
    });
    return getUseCase(inside, principal, { number: made.number });
  });
}
