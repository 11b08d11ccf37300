import type { BenefitType, CellProblem, CellProblemCode, ImportField, ImportMapping } from '@jalon/contracts';
import { cellName, type SheetCell, type SheetRow } from '../spreadsheet';

const SHOWN = 60;

/** One row read by its mapping: gives cells by field, and gathers what is wrong with them. */
export class RowReader {
  readonly problems: CellProblem[] = [];

  constructor(
    private readonly row: SheetRow,
    private readonly mapping: ImportMapping,
  ) {}

  cell(field: ImportField): SheetCell | undefined {
    const column = this.mapping[field];
    return column === undefined ? undefined : this.row.cells[column];
  }

  /** Notes what is wrong about a cell; `part` of it, when not all is. */
  wrong(field: ImportField, code: CellProblemCode, part?: string): void {
    this.problems.push({
      row: this.row.line,
      cell: cellName(this.mapping[field] ?? 0, this.row.line),
      field,
      code,
      value: (part ?? this.cell(field)?.text ?? '').slice(0, SHOWN),
    });
  }

  /** A text of a length within bounds; '' when it is empty and need not be there. */
  text(field: ImportField, least: number, most: number): string {
    const text = this.cell(field)?.text.trim() ?? '';
    if (least > 0 && text === '') this.wrong(field, 'missing');
    else if (text.length < least) this.wrong(field, 'tooShort');
    else if (text.length > most) this.wrong(field, 'tooLong');
    return text;
  }

  /** What `read` makes of a cell; `usual` when it is empty or wrong, and the latter is noted. */
  value<T>(field: ImportField, read: (cell: SheetCell) => T | null, code: CellProblemCode, usual: T): T {
    const cell = this.cell(field);
    if (!cell) return usual;
    const value = read(cell);
    if (value === null) this.wrong(field, code);
    return value ?? usual;
  }
}

/** A use case that a row would make. Money in euros as decimals, days as YYYY-MM-DD. */
export interface Draft {
  row: number;
  title: string;
  businessUnit: string;
  /** Empty for none. */
  initiative: string;
  benefitType: BenefitType;
  problemStatement: string;
  expectedOutcome: string;
  sponsor: string;
  ownerId: string;
  contributorIds: string[];
  feasibility: number;
  risk: number;
  tags: string[];
  estimate: DraftEstimate | null;
}

export interface DraftEstimate {
  low: string;
  likely: string;
  high: string;
  startDate: string;
  rampUpMonths: number;
  horizonYears: number;
  oneOffCost: string;
  yearlyRunCost: string;
}
