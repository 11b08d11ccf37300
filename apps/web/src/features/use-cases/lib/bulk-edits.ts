import type { UpdateManyInput, UpdateManyResult, UseCaseListItem, UseCasePatch } from '@jalon/contracts';

/** What can be done to many use cases at once. */
export const BULK_ACTIONS = [
  'businessUnit',
  'initiative',
  'owner',
  'sponsor',
  'addTags',
  'removeTags',
  'hold',
  'restore',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Tags as they were typed, separated by commas. */
export const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter(Boolean),
  ),
];

/** What was typed for an action, as the API takes it. */
export function patchOf(action: BulkAction, typed: string): UseCasePatch {
  switch (action) {
    case 'owner':
      return { ownerId: typed };
    case 'addTags':
    case 'removeTags':
      return { [action]: tagsOf(typed) };
    case 'hold':
    case 'restore':
      return { turn: { action: action === 'hold' ? 'HOLD' : 'RESTORE', reason: typed } };
    default:
      return { [action]: typed };
  }
}

/** The field as it was, to put it back. */
function before(useCase: UseCaseListItem, patch: UseCasePatch, reason: string): UseCasePatch {
  const { businessUnit, initiative, owner, sponsor, feasibility, risk, tags } = useCase;
  const { turn } = patch;
  if (turn) return { turn: { reason, action: turn.action === 'HOLD' ? 'RESTORE' : 'HOLD' } };
  return {
    ...(patch.businessUnit === undefined ? {} : { businessUnit: businessUnit.name }),
    ...(patch.initiative === undefined ? {} : { initiative: initiative?.name ?? '' }),
    ...(patch.ownerId === undefined ? {} : { ownerId: owner.id }),
    ...(patch.sponsor === undefined ? {} : { sponsor }),
    ...(patch.feasibility === undefined ? {} : { feasibility }),
    ...(patch.risk === undefined ? {} : { risk }),
    ...((patch.tags ?? patch.addTags ?? patch.removeTags) === undefined ? {} : { tags }),
  };
}

/** The edit that takes a change back: those that it changed, each with what it had. `reason` is why, where one is kept. */
export function undoOf(
  rows: readonly UseCaseListItem[],
  patch: UseCasePatch,
  { changed }: UpdateManyResult,
  reason: string,
): UpdateManyInput {
  const had = new Map(rows.map((row) => [row.id, row]));
  const edits = changed.flatMap(({ id, version }) => {
    const row = had.get(id);
    return row ? [{ id, version, patch: before(row, patch, reason) }] : [];
  });
  return { edits };
}
