import { SpreadsheetError } from './file-problem';
import { readCsv } from './read-csv';
import type { Sheet, SheetLimits } from './sheet';
import { readXlsx } from './xlsx/read-xlsx';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** What Excel wrote before 2007, and still writes around a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * The first sheet of a CSV or XLSX file, told apart by what is in it, not by its name. Formulas are not computed and merged
 * cells not guessed at: both are refused. Throws SpreadsheetError, which says what is wrong and where.
 */
export async function readSpreadsheet(file: Buffer, limits: SheetLimits): Promise<Sheet> {
  if (file.subarray(0, ZIP.length).equals(ZIP)) return readXlsx(file, limits);
  if (file.subarray(0, COMPOUND.length).equals(COMPOUND)) throw new SpreadsheetError('oldExcel');
  return readCsv(file, limits);
}
