import type { ListUseCasesInput, UseCaseFilter, UseCaseSort } from '@jalon/contracts';
import type { ListState } from './list-state';

/** Rows that are asked for at once: two screens full. */
const ROWS = 50;
/** Cards of one column that are asked for at once, of five columns: four screens full. */
const CARDS = 30;

/** The first page of the list, as the API is asked for it; the key that the server and the browser share. */
export function pageInput(filter: UseCaseFilter, order: ViewOrder): Omit<ListUseCasesInput, 'cursor'> {
  return { ...filter, ...order };
}

export interface ViewOrder {
  sort: UseCaseSort;
  descending: boolean;
  /** Of a page. */
  limit: number;
}

/** A column of the board, dearest first. */
export const COLUMN_ORDER: ViewOrder = { sort: 'expected', descending: true, limit: CARDS };

/** The order of a view: a board has one of its own, and a timeline is in time. */
export function viewOrder({ view, sort, descending }: ListState): ViewOrder {
  if (view === 'timeline') return { sort: 'start', descending: false, limit: ROWS };
  if (view === 'board') return COLUMN_ORDER;
  return { sort, descending, limit: ROWS };
}
