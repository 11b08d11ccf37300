import { DomainError, type FileProblem, type FileProblemCode } from '@jalon/contracts';

const WORDS: Record<FileProblemCode, string> = {
  notASpreadsheet: 'This is neither a CSV nor an XLSX file. Save the sheet as one of them.',
  oldExcel: 'This is an old or a protected Excel file. Save it as .xlsx, without a password.',
  damaged: 'The file is damaged: it could not be unpacked. Save it again.',
  wrongEncoding: 'The text is not UTF-8. In Excel choose “CSV UTF-8”, or save as .xlsx.',
  tooLargeUnpacked:
    'Unpacked, the file is far larger than a list of use cases. Delete its empty rows and other sheets.',
  formula: 'The sheet holds a formula. Copy it, paste the values alone, and save.',
  errorValue: 'The sheet holds an error such as #REF!. Correct it, and save.',
  mergedCells: 'The sheet holds merged cells: which row they belong to cannot be told. Unmerge them.',
  tooManyRows: 'The sheet has more than 5,000 rows. Import it in parts.',
  tooManyColumns: 'The sheet has more than 100 columns. Delete those that are not needed.',
  noRows: 'The sheet has no rows below its header.',
  quotes: 'A quotation mark is opened and never closed, or stands inside a field. Save the file again.',
};

/** A file that cannot be read as a sheet: which reason, and in which cell. */
export class SpreadsheetError extends DomainError {
  constructor(
    readonly problem: FileProblemCode,
    readonly cell: string | null = null,
  ) {
    super('VALIDATION', cell ? `${cell}: ${WORDS[problem]}` : WORDS[problem], [
      { path: 'file', message: WORDS[problem] },
    ]);
  }

  toProblem(): FileProblem {
    return { code: this.problem, cell: this.cell };
  }
}
