/** Rows that are drawn before the first and after the last one in sight. */
const AHEAD = 5;

/** How many rows are drawn for a frame of a height, both in pixels. */
export const rowsDrawn = (height: number, row: number): number => Math.ceil(height / row) + 1 + 2 * AHEAD;

/**
 * The rows to draw when `first` is the first one in sight: always `drawn` of them as long as the list has as many, so that
 * the elements of a row that leaves at one end can show the one that comes at the other.
 */
export function rowWindow(first: number, drawn: number, count: number): number[] {
  const from = Math.max(0, Math.min(first - AHEAD, count - drawn));
  return Array.from({ length: Math.min(drawn, count) }, (_, place) => from + place);
}
