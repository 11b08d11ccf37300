import type { ListUseCasesInput, UseCaseFilter, UseCaseSort } from '@jalon/contracts';
import type { ListState } from './list-state';

/** Rows that are asked for at once: some screens full, some ten milliseconds of the server. */
const PAGE = 100;

/** The first page of the list, as the API is asked for it; the key that the server and the browser share. */
export function pageInput(
  filter: UseCaseFilter,
  sort: UseCaseSort,
  descending: boolean,
): Omit<ListUseCasesInput, 'cursor'> {
  return { ...filter, sort, descending, limit: PAGE };
}

/** The order of a view: a board has one of its own, and a timeline is in time. */
export function viewOrder({ view, sort, descending }: ListState): { sort: UseCaseSort; descending: boolean } {
  if (view === 'timeline') return { sort: 'start', descending: false };
  if (view === 'board') return { sort: 'expected', descending: true };
  return { sort, descending };
}
