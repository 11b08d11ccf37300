export interface GridPlace {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows of a screen. */
  page: number;
}

/** Where a key leads in a grid, by the ARIA pattern; null for a key that does not move. */
export function moved(from: GridPlace, key: string, control: boolean, size: GridSize): GridPlace | null {
  const { row, column } = from;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (key) {
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'PageDown':
      return { row: Math.min(lastRow, row + size.page), column };
    case 'PageUp':
      return { row: Math.max(0, row - size.page), column };
    case 'Home':
      return { row: control ? 0 : row, column: 0 };
    case 'End':
      return { row: control ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
