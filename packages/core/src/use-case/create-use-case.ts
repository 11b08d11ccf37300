import type { CreateUseCaseInput, Principal, UseCaseDetail } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { assertRange } from '@jalon/value';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { discardDraft } from '../draft';
import { insertEstimate } from '../estimate/estimate.repository';
import { insertKpi } from '../kpi/kpi.repository';
import { loadStages, stageOf } from '../reference';
import { contributorsFor, findContributors } from './contributors';
import { getUseCase } from './get-use-case';
import { businessUnitId, initiativeId, ownerFor } from './people-and-unit';

/**
 * Logs a use case in the first stage, with its first estimate and its KPI when they are given; all or nothing.
 * Validated by contracts; the caller holds `use-case:write`. LOW_ABOVE_LIKELY names the field; FORBIDDEN when
 * somebody but an admin names another owner; VALIDATION on contributorIds.
 */
export async function createUseCase(
  context: CoreContext,
  principal: Principal,
  input: CreateUseCaseInput,
): Promise<UseCaseDetail> {
  const {
    estimate,
    kpi,
    businessUnit,
    initiative,
    ownerId: wantedOwner,
    contributorIds,
    draftId,
    ...fields
  } = input;
  if (estimate) assertRange(estimate);
  return inTransaction(context.db, async (tx) => {
    const stage = stageOf(await loadStages(tx), 'idea');
    const now = context.clock.now();
    const ownerId = await ownerFor(tx, principal, wantedOwner, principal.userId);
    const author = { ownerId: principal.userId, contributorIds: [] };
    const contributors = await contributorsFor(tx, principal, contributorIds, author, ownerId);
    const created = await tx.useCase.create({
      data: {
        ...fields,
        tags: [...new Set(fields.tags)],
        businessUnitId: await businessUnitId(tx, businessUnit),
        initiativeId: await initiativeId(tx, initiative),
        ownerId,
        contributorIds: contributors,
        stageId: stage.id,
        stageSince: now,
        createdAt: now,
      },
      select: { id: true, number: true },
    });
    if (estimate) {
      await insertEstimate(tx, {
        useCaseId: created.id,
        stageId: stage.id,
        authorId: principal.userId,
        createdAt: now,
        estimate,
      });
    }
    if (kpi) await insertKpi(tx, created.id, kpi, now);
    if (draftId) await discardDraft({ ...context, db: tx }, principal, { id: draftId });
    await recordAudit(tx, principal, {
      action: 'use-case.created',
      subjectType: 'use-case',
      subjectId: created.id,
      data: {
        number: created.number,
        title: fields.title,
        version: 1,
        ...(contributors.length > 0
          ? { contributors: (await findContributors(tx, contributors)).map(({ name }) => name) }
          : {}),
      },
    });
    await notifyChange(tx, { topic: 'use-case', id: created.id, useCaseId: created.id });
    return getUseCase({ ...context, db: tx }, principal, { number: created.number });
  });
}
