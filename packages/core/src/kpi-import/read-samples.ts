import {
  IMPORT_COLUMNS_MAX,
  IMPORT_ROWS_MAX,
  IMPORT_UNPACKED_MAX,
  type SampleProblem,
  type SampleProblemCode,
  type SamplesSheet,
} from '@jalon/contracts';
import { cellName, readSpreadsheet, type SheetRow } from '../spreadsheet';
import { plain } from '../use-case-import/guess-mapping';
import { readMoment, readValue } from './read-cells';

const DAY = 86_400_000;
const SHOWN = 60;
const DATE_NAMES = ['date', 'at', 'day', 'month', 'time', 'jour', 'mois', 'mesure le', 'measured on'];
const VALUE_NAMES = ['value', 'valeur', 'measure', 'mesure', 'kpi'];

/** A row that can be written. */
export interface ReadSample {
  row: number;
  at: Date;
  value: string;
  /** Of its value. */
  cell: string;
}

export interface ReadSamples {
  rows: number;
  samples: ReadSample[];
  problems: SampleProblem[];
}

/** What was pasted as a file with a header: put there when the first line is a value already. */
function pasted(text: string): { content: Buffer; moved: number } {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const mark = first.includes('\t') ? '\t' : first.includes(';') ? ';' : ',';
  const headless = readMoment({ text: (first.split(mark)[0] ?? '').trim(), number: false }, false) !== null;
  return headless
    ? { content: Buffer.from(`date${mark}value\n${text}`), moved: 1 }
    : { content: Buffer.from(text), moved: 0 };
}

/** Which column holds what, by its name; else the first two. */
function columnsOf(header: readonly string[]): { date: number; value: number } {
  const names = header.map(plain);
  const date = Math.max(
    0,
    names.findIndex((name) => DATE_NAMES.includes(name)),
  );
  const named = names.findIndex((name, column) => column !== date && VALUE_NAMES.includes(name));
  return { date, value: named >= 0 ? named : date === 0 ? 1 : 0 };
}

/**
 * Reads a sheet of moments and values, in whatever order. Knows nothing yet of what is stored. Throws SpreadsheetError for
 * what cannot be read at all.
 */
export async function readSamples(sheet: SamplesSheet, unit: string, now: Date): Promise<ReadSamples> {
  const { content, moved } = sheet.file
    ? { content: Buffer.from(sheet.file.content, 'base64'), moved: 0 }
    : pasted(sheet.text ?? '');
  const limits = { rows: IMPORT_ROWS_MAX, columns: IMPORT_COLUMNS_MAX, unpackedBytes: IMPORT_UNPACKED_MAX };
  const { header, rows, from1904 } = await readSpreadsheet(content, limits);
  const columns = columnsOf(header);
  const result: ReadSamples = { rows: rows.length, samples: [], problems: [] };
  const wrong = (line: number, column: number, code: SampleProblemCode, value: string): void => {
    const row = line - moved;
    result.problems.push({ row, cell: cellName(column, row), code, value: value.slice(0, SHOWN) });
  };
  const title = header[columns.date] ?? '';
  // A header that is a value would be left out without a word.
  if (/^[\d\s.,/:-]+$/.test(title)) wrong(1, columns.date, 'notAHeader', title);
  for (const row of rows) readRow(row);
  return result;

  function readRow({ line, cells }: SheetRow): void {
    const [date, value] = [cells[columns.date], cells[columns.value]];
    const at = date ? readMoment(date, from1904) : null;
    const read = value ? readValue(value, unit, sheet.locale) : null;
    if (!date) wrong(line, columns.date, 'missing', '');
    else if (!at) wrong(line, columns.date, 'notADate', date.text);
    else if (at.getTime() > now.getTime() + DAY) wrong(line, columns.date, 'future', date.text);
    if (!value || !read) wrong(line, columns.value, 'missing', '');
    else if ('problem' in read) wrong(line, columns.value, read.problem, value.text);
    else if (at) {
      const row = line - moved;
      result.samples.push({ row, at, value: read.value, cell: cellName(columns.value, row) });
    }
  }
}
