import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A cell to be written: text, a number as a plain decimal, a day (YYYY-MM-DD), or nothing. */
export type OutCell = string | { number: string } | { day: string } | null;

const DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Every part but the sheet. Style 1 is an amount, 2 a day, 3 the header. */
const PARTS: Record<string, string> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};

/** Text as XML holds it; what XML cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

function cellXml(cell: OutCell, style: string): string {
  if (cell === null || cell === '') return '<c/>';
  // A text is a text whatever it begins with: nothing in this file is ever computed.
  if (typeof cell === 'string')
    return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if ('number' in cell) return `<c s="1"><v>${Number(cell.number)}</v></c>`;
  return `<c s="2"><v>${(Date.parse(cell.day) - DAY_ZERO) / DAY}</v></c>`;
}

async function* sheetXml(rows: AsyncIterable<OutCell[]>): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  let style = ' s="3"';
  for await (const row of rows) {
    yield `<row>${row.map((cell) => cellXml(cell, style)).join('')}</row>`;
    style = '';
  }
  yield '</sheetData></worksheet>';
}

/**
 * An .xlsx file of one sheet, whose first row is its header, written while its rows are being read: neither the rows nor
 * the file are ever whole in memory. A failure of the rows ends the stream with that failure.
 */
export function writeXlsx(sheetName: string, rows: AsyncIterable<OutCell[]>): Readable {
  const zip = new ZipFile();
  const name = escaped(sheetName.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)).replace(/"/g, '&quot;');
  for (const [path, xml] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(xml), path);
  const workbook = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  zip.addBuffer(Buffer.from(workbook), 'xl/workbook.xml');
  const sheet = Readable.from(sheetXml(rows), { objectMode: false });
  const out = zip.outputStream as Readable;
  sheet.on('error', (error) => out.destroy(error));
  out.on('close', () => sheet.destroy());
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  return out;
}
