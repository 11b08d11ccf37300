import type {
  ErrorDetail,
  Principal,
  UpdateManyInput,
  UpdateManyResult,
  UseCasePatch,
} from '@jalon/contracts';
import { useCaseReference } from '@jalon/contracts';
import { type Db, inTransaction, notifyChanges, type Prisma } from '@jalon/db';
import { type AuditEntry, recordAudits } from '../audit';
import type { CoreContext } from '../context';
import { applyPatch, type PatchChanges } from './apply-patch';
import { judgeEdit, refusalOf } from './judge-edit';
import { businessUnitId, initiativeId, ownerFor } from './people-and-unit';
import { type EditedRow, lockUseCases } from './update-many.repository';

interface Step {
  row: EditedRow;
  patch: UseCasePatch;
  changes: PatchChanges;
}

const MOST_TAGS = 20;

/** What each edit comes to; throws when one of them is refused, saying so of every one that is. */
async function plan(tx: Db, principal: Principal, { edits }: UpdateManyInput): Promise<Step[]> {
  const rows = await lockUseCases(
    tx,
    edits.map(({ id }) => id),
  );
  const steps: Step[] = [];
  const refused: ErrorDetail[] = [];
  for (const edit of edits) {
    const row = rows.get(edit.id);
    const refusal = await judgeEdit(tx, principal, edit, row);
    if (refusal) refused.push(refusal);
    if (refusal || !row) continue;
    const changes = applyPatch(row, edit.patch);
    if ((changes.tags?.to.length ?? 0) > MOST_TAGS) {
      const message = `It would have more than ${MOST_TAGS} tags: remove some first.`;
      refused.push({ path: useCaseReference(row.number), code: 'VALIDATION', message });
    }
    if (Object.keys(changes).length > 0) steps.push({ row, patch: edit.patch, changes });
  }
  if (refused.length > 0) throw refusalOf(refused, edits.length);
  const newOwners = new Set(steps.flatMap(({ changes }) => changes.ownerId?.to ?? []));
  for (const ownerId of newOwners) await ownerFor(tx, principal, ownerId, '');
  return steps;
}

/** Writes them; their rows are locked. */
async function write(tx: Db, steps: readonly Step[]): Promise<void> {
  const units = new Map<string, string>();
  const initiatives = new Map<string, string | null>();
  for (const { row, changes } of steps) {
    const { businessUnit, initiative, ...fields } = changes;
    const data: Prisma.UseCaseUncheckedUpdateInput = Object.fromEntries(
      Object.entries(fields).map(([field, { to }]) => [field, to]),
    );
    if (businessUnit) {
      const known = units.get(businessUnit.to) ?? (await businessUnitId(tx, businessUnit.to));
      units.set(businessUnit.to, known);
      data.businessUnitId = known;
    }
    if (initiative) {
      const known = initiatives.get(initiative.to) ?? (await initiativeId(tx, initiative.to));
      initiatives.set(initiative.to, known);
      data.initiativeId = known;
    }
    await tx.useCase.update({
      where: { id: row.id },
      data: { ...data, version: row.version + 1 },
      select: { id: true },
    });
  }
}

function eventOf({ row, patch, changes }: Step): AuditEntry {
  const { turn } = patch;
  const action = turn ? (turn.action === 'HOLD' ? 'use-case.held' : 'use-case.restored') : 'use-case.updated';
  const data = { version: row.version + 1, changed: changes, ...(turn ? { reason: turn.reason } : {}) };
  return { action, subjectType: 'use-case', subjectId: row.id, data };
}

/**
 * Changes many use cases, all of them or none. Validated by contracts; the caller holds `use-case:write`. When any is
 * refused nothing is written, and the error has a detail for each (path: its reference; code; who): NOT_FOUND; CONFLICT
 * when it is closed; FORBIDDEN unless its owner, a contributor (who turns no life) or an admin; STALE_VERSION with who changed it; VALIDATION with more than
 * twenty tags. FORBIDDEN or VALIDATION on ownerId for an owner that may not be given. What is so already is not written.
 */
export async function updateManyUseCases(
  context: CoreContext,
  principal: Principal,
  input: UpdateManyInput,
): Promise<UpdateManyResult> {
  return inTransaction(context.db, async (tx) => {
    const steps = await plan(tx, principal, input);
    if (steps.length === 0) return { changed: [] };
    await write(tx, steps);
    await recordAudits(tx, principal, steps.map(eventOf));
    await notifyChanges(
      tx,
      steps.map(({ row: { id } }) => ({ topic: 'use-case' as const, id, useCaseId: id })),
    );
    return { changed: steps.map(({ row }) => ({ id: row.id, version: row.version + 1 })) };
  });
}
