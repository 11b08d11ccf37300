import type { GridPlace } from '../../lib/grid-move';

/** The id of the cell that the keyboard is on, which alone has one: the grid has the focus and names it. */
export const cellId = (row: number, column: number): string => `use-case-${row}-${column}`;

/** Which cell something in the grid belongs to; null for what is in none. */
export function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  const row = cell?.closest('[role="row"]');
  if (!cell || !row) return null;
  // ARIA counts from 1, and the head is the first row.
  return {
    row: Number(row.getAttribute('aria-rowindex')) - 2,
    column: Number(cell.getAttribute('aria-colindex')) - 1,
  };
}
