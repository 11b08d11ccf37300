import type { UseCaseListItem, UseCasePatch } from '@jalon/contracts';
import { tagsOf } from './bulk-edits';
import type { ColumnKey } from './columns';

/** The columns whose cells are edited in place. */
export const EDITABLE_COLUMNS = ['sponsor', 'tags', 'feasibility', 'risk'] as const;
export type EditableColumn = (typeof EDITABLE_COLUMNS)[number];

export const editableColumn = (key: ColumnKey | undefined): EditableColumn | undefined =>
  EDITABLE_COLUMNS.find((known) => known === key);

/** What a cell holds, as it is typed. */
export function typedOf(useCase: UseCaseListItem, column: EditableColumn): string {
  return column === 'tags' ? useCase.tags.join(', ') : String(useCase[column]);
}

/** What was typed, as the API takes it. */
export function cellPatch(column: EditableColumn, typed: string): UseCasePatch {
  if (column === 'tags') return { tags: tagsOf(typed) };
  if (column === 'sponsor') return { sponsor: typed.trim() };
  return { [column]: Number(typed) };
}
