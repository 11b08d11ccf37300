export interface SheetCell {
  text: string;
  /** A number as a spreadsheet stores it: exact text, no separators. A date is one too, in days since 1899-12-30. */
  number: boolean;
}

export interface SheetRow {
  /** As a spreadsheet counts, from 1. */
  line: number;
  /** By column, from 0; what is empty is undefined. */
  cells: (SheetCell | undefined)[];
}

/** The first sheet of a file: its header, and the rows below it that hold something. */
export interface Sheet {
  header: string[];
  rows: SheetRow[];
  /** Its dates count from 1904-01-01 instead of 1899-12-30. */
  from1904: boolean;
}

/** How much of a sheet is read. */
export interface SheetLimits {
  rows: number;
  columns: number;
  unpackedBytes: number;
}
