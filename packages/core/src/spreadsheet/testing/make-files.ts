import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { type OutCell, writeXlsx } from '../write-xlsx';

async function* each(rows: readonly OutCell[][]): AsyncGenerator<OutCell[]> {
  yield* rows;
}

/** An .xlsx file of these rows, as the export writes it. */
export function xlsxOf(rows: readonly OutCell[][]): Promise<Buffer> {
  return buffer(writeXlsx('Sheet', each(rows)));
}

const WORKBOOK = '<workbook xmlns:r="x"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>';
const RELATIONS = '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>';

/** An .xlsx file with this XML as its sheet, for what no writer of ours would write. */
export function xlsxWith(sheet: string | Buffer, more: Record<string, string> = {}): Promise<Buffer> {
  const parts = {
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/s.xml': sheet,
    ...more,
  };
  return zipOf(parts);
}

/** A zip file of these parts. */
export function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name);
  zip.end();
  return buffer(zip.outputStream);
}
