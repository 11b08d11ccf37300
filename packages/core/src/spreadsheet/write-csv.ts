import { Readable } from 'node:stream';
import type { OutCell } from './write-xlsx';

/** What a spreadsheet would take for something to compute. */
const COMPUTED = /^[=+\-@\t\r]/;

/** A cell of a CSV file. A text that a spreadsheet would compute is marked as text with an apostrophe. */
function field(cell: OutCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return 'number' in cell ? cell.number : cell.day;
  const text = COMPUTED.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(text) || text !== cell ? `"${text.replaceAll('"', '""')}"` : text;
}

async function* lines(rows: AsyncIterable<OutCell[]>): AsyncGenerator<string> {
  // Without the mark, Excel takes the file for one of an old Windows.
  yield '\ufeff';
  for await (const row of rows) yield `${row.map(field).join(',')}\r\n`;
}

/** A CSV file (RFC 4180, UTF-8 with its mark), written while its rows are being read. Amounts are plain decimals. */
export function writeCsv(rows: AsyncIterable<OutCell[]>): Readable {
  return Readable.from(lines(rows), { objectMode: false });
}
