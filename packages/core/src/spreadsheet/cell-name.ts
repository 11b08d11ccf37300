/** The letters of a column, from 0: A, B … Z, AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest > 0 ? columnName(rest - 1) + letter : letter;
}

/** C5, of a column from 0 and a row from 1. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** The column, from 0, of a cell's name; null when it is none. */
export function columnOf(name: string): number | null {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(name)?.[1];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
