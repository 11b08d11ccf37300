import { columnName } from './cell-name';
import { SpreadsheetError } from './file-problem';
import type { Sheet, SheetCell, SheetLimits, SheetRow } from './sheet';

/** Takes the rows of a file one by one, and refuses more of them than there may be. */
export class SheetBuilder {
  private header: string[] | null = null;
  private readonly rows: SheetRow[] = [];

  constructor(private readonly limits: SheetLimits) {}

  add(line: number, cells: (SheetCell | undefined)[]): void {
    const kept = cells.map((cell) => (cell && cell.text.trim() !== '' ? cell : undefined));
    const width = kept.findLastIndex((cell) => cell !== undefined) + 1;
    if (width === 0) return;
    if (width > this.limits.columns) {
      throw new SpreadsheetError('tooManyColumns', `${columnName(width - 1)}${line}`);
    }
    if (!this.header) {
      this.header = Array.from({ length: width }, (_, column) => {
        return kept[column]?.text.trim().slice(0, 120) || columnName(column);
      });
      return;
    }
    if (this.rows.length >= this.limits.rows) throw new SpreadsheetError('tooManyRows', `A${line}`);
    this.rows.push({ line, cells: kept.slice(0, width) });
  }

  /** The sheet; throws when there is nothing below its header. */
  build(): Sheet {
    if (!this.header || this.rows.length === 0) throw new SpreadsheetError('noRows');
    const width = this.rows.reduce((most, row) => Math.max(most, row.cells.length), this.header.length);
    for (let column = this.header.length; column < width; column += 1) this.header.push(columnName(column));
    return { header: this.header, rows: this.rows, from1904: false };
  }
}
