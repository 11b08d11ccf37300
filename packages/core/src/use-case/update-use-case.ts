import type { Principal, UpdateUseCaseInput, UseCaseDetail } from '@jalon/contracts';
import { type Db, inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { contributorsChanged, contributorsFor } from './contributors';
import { getUseCase } from './get-use-case';
import { businessUnitId, initiativeId, ownerFor } from './people-and-unit';
import { requireUseCase } from './require-use-case';
import { staleVersion } from './stale-version';

type Changed = Record<string, { from: unknown; to: unknown }>;

async function changedFields(
  tx: Db,
  input: UpdateUseCaseInput,
  people: { ownerId: string; contributorIds: string[] },
): Promise<Changed> {
  const [before] = await tx.$queryRaw<Record<string, unknown>[]>`
    SELECT u.title, u."problemStatement", u."expectedOutcome", u.sponsor, u."benefitType"::text AS "benefitType",
      u.feasibility, u.risk, u.tags, u."ownerId", u."contributorIds", b.name AS "businessUnit",
      COALESCE(i.name, '') AS initiative
    FROM "UseCase" u JOIN "BusinessUnit" b ON b.id = u."businessUnitId"
    LEFT JOIN "Initiative" i ON i.id = u."initiativeId" WHERE u.id = ${input.id}::uuid`;
  if (!before) throw new Error('A use case vanished within the transaction that changes it');
  const changed: Changed = {};
  const wanted: Record<string, unknown> = { ...input, ...people };
  for (const [field, from] of Object.entries(before)) {
    const to = wanted[field];
    if (JSON.stringify(from) !== JSON.stringify(to)) changed[field] = { from, to };
  }
  return changed;
}

/**
 * Changes the fields of a use case; stage and status are not among them. Validated by contracts; the caller
 * holds `use-case:write`. Its owner, a contributor or an admin, else FORBIDDEN, and of them only an admin gives it to
 * somebody else, only its owner and an admin say who contributes; NOT_FOUND; CONFLICT when it is closed; STALE_VERSION,
 * saying who changed what, when it was edited since. An edit that changes nothing writes nothing.
 */
export async function updateUseCase(
  context: CoreContext,
  principal: Principal,
  input: UpdateUseCaseInput,
): Promise<UseCaseDetail> {
  const number = await inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, input.id, 'edit');
    if (useCase.version !== input.version) throw await staleVersion(tx, useCase, input.version);
    const {
      id,
      version,
      businessUnit,
      initiative,
      ownerId: wantedOwner,
      contributorIds: wantedPeople,
      ...fields
    } = input;
    const ownerId = await ownerFor(tx, principal, wantedOwner, useCase.ownerId);
    const contributorIds = await contributorsFor(tx, principal, wantedPeople, useCase, ownerId);
    const people = { ownerId, contributorIds };
    const changed = await changedFields(tx, input, people);
    if (Object.keys(changed).length > 0) {
      const names = {
        businessUnitId: await businessUnitId(tx, businessUnit),
        initiativeId: await initiativeId(tx, initiative),
      };
      const { count } = await tx.useCase.updateMany({
        where: { id, version },
        data: { ...fields, ...names, ...people, version: version + 1 },
      });
      if (count === 0) throw await staleVersion(tx, useCase, version);
      await recordAudit(tx, principal, {
        action: 'use-case.updated',
        subjectType: 'use-case',
        subjectId: id,
        data: {
          version: version + 1,
          changed,
          ...(changed.contributorIds
            ? await contributorsChanged(tx, useCase.contributorIds, contributorIds)
            : {}),
        },
      });
      await notifyChange(tx, { topic: 'use-case', id, useCaseId: id });
    }
    return useCase.number;
  });
  // After the commit it is the book that tells, which the next reader asks anyway.
  return getUseCase(context, principal, { number });
}
