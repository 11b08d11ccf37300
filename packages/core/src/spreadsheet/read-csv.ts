import { CsvError, parse } from 'csv-parse/sync';
import { cellName } from './cell-name';
import { SpreadsheetError } from './file-problem';
import type { Sheet, SheetLimits } from './sheet';
import { SheetBuilder } from './sheet-builder';

/** In this order when a line has as many of each: a comma may be a decimal one. */
const DELIMITERS = ['\t', ';', ','];
const NUMBER = /^[-+]?[\d.,\s]+$/;
/** Records that are looked at for each that may hold something: beyond, the file is mostly empty. */
const EMPTY_SHARE = 20;

/** Text of a file that says how it is encoded, or is UTF-8. Anything else would put wrong letters into titles. */
function decode(file: Buffer): string {
  const encoding = file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    // Letters of an old Windows file, or bytes that were never text?
    throw new SpreadsheetError(file.includes(0) ? 'notASpreadsheet' : 'wrongEncoding');
  }
  if (holdsControl(text)) throw new SpreadsheetError('notASpreadsheet');
  return text;
}

/** Text has no control characters but tabs and the ends of lines and pages. */
function holdsControl(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32)) return true;
  }
  return false;
}

/** Without the rows at its end that hold nothing: a sheet that was once formatted has a million of them. */
function withoutEmptyEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,;\t\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The one that the first line has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const line = (/^.*$/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  // A line without any is one column, whatever separates the others.
  return Math.max(...counts) > 1 ? (DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',') : ',';
}

/** What a spreadsheet would compute, or what was written to be computed by one. */
function isFormula(text: string): boolean {
  return /^[=@]/.test(text) || (/^[+-]/.test(text) && !NUMBER.test(text) && /[(!|]/.test(text));
}

/** A CSV file as a sheet: comma, semicolon or tab; UTF-8, or UTF-16 with its mark. */
export function readCsv(file: Buffer, limits: SheetLimits): Sheet {
  const text = decode(file);
  const builder = new SheetBuilder(limits);
  let line = 0;
  try {
    parse(withoutEmptyEnd(text), {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: 500_000,
      onRecord: (record) => {
        // A field may hold line breaks: a spreadsheet counts records, empty ones included.
        line += 1;
        if (line > limits.rows * EMPTY_SHARE) throw new SpreadsheetError('tooManyRows', `A${line}`);
        builder.add(
          line,
          record.map((cell, column) => {
            const own = cell.trim();
            if (isFormula(own)) throw new SpreadsheetError('formula', cellName(column, line));
            return own ? { text: own, number: false } : undefined;
          }),
        );
        // Nothing is kept twice.
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw new SpreadsheetError('quotes');
    throw error;
  }
  return builder.build();
}
