export type Cell = string | number | null;
export type Row = Record<string, Cell>;

/** Rows as a table of plain text, numbers to the right; the columns are those of the first row. */
export function table(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) => {
    const cells = rows.map((row) => text(row[name] ?? null));
    const right = rows.some((row) => typeof row[name] === 'number');
    const width = Math.max(name.length, ...cells.map((cell) => cell.length));
    const align = (cell: string): string => (right ? cell.padStart(width) : cell.padEnd(width));
    return { head: align(name), rule: '─'.repeat(width), cells: cells.map(align) };
  });
  const line = (parts: string[]): string => parts.join('  ').trimEnd();
  return [
    line(columns.map(({ head }) => head)),
    line(columns.map(({ rule }) => rule)),
    ...rows.map((_, index) => line(columns.map(({ cells }) => cells[index] ?? ''))),
  ].join('\n');
}

/** Three digits that count; whole numbers stay whole. */
function text(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (Number.isInteger(cell) || Math.abs(cell) >= 100) return String(Math.round(cell));
  return cell.toFixed(Math.abs(cell) < 10 ? 2 : 1);
}
