import type { DiffRow } from '@jalon/contracts';

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;

/** Rows that are shown, or unchanged ones that are folded away. `first` is the place in the whole. */
export type DiffPart =
  | { kind: 'ROWS'; first: number; rows: readonly DiffRow[] }
  | { kind: 'FOLD'; first: number; count: number };

/** Folds long stretches without a change; those that begin at a place in `open` are shown. Pure. */
export function collapseRows(rows: readonly DiffRow[], open: ReadonlySet<number>): DiffPart[] {
  const parts: DiffPart[] = [];
  let start = 0;
  const show = (end: number): void => {
    if (end > start) parts.push({ kind: 'ROWS', first: start, rows: rows.slice(start, end) });
    start = end;
  };
  for (let index = 0; index < rows.length; ) {
    const end = endOfSame(rows, index);
    const from = index === 0 ? 0 : index + CONTEXT;
    const to = end === rows.length ? end : end - CONTEXT;
    if (to - from > 1 && !open.has(from)) {
      show(from);
      parts.push({ kind: 'FOLD', first: from, count: to - from });
      start = to;
    }
    index = Math.max(end, index + 1);
  }
  show(rows.length);
  return parts;
}

/** Where the stretch of unchanged rows that begins here ends. */
function endOfSame(rows: readonly DiffRow[], from: number): number {
  let end = from;
  while (rows[end]?.kind === 'SAME') end += 1;
  return end;
}
