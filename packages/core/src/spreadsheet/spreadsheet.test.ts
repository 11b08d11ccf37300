import { describe, expect, it } from 'vitest';
import { SpreadsheetError } from './file-problem';
import { readSpreadsheet } from './read-spreadsheet';
import { xlsxOf, xlsxWith, zipOf } from './testing/make-files';

const LIMITS = { rows: 100, columns: 10, unpackedBytes: 4_000_000 };
const read = (file: Buffer | string) => readSpreadsheet(Buffer.from(file), LIMITS);
const texts = async (file: Buffer | string) => {
  const { header, rows } = await read(file);
  return [header, ...rows.map((row) => row.cells.map((cell) => cell?.text))];
};

async function problem(file: Buffer | string): Promise<[string, string | null] | 'read'> {
  try {
    await read(file);
    return 'read';
  } catch (error) {
    if (error instanceof SpreadsheetError) return [error.problem, error.cell];
    throw error;
  }
}

const sheet = (rows: string, after = '') => `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
const row = (line: number, cells: string) => `<row r="${line}">${cells}</row>`;
const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a CSV file', () => {
  it('is read with commas, semicolons or tabs, quotes and line breaks', async () => {
    expect(await texts('a,b\n1,"x, ""y""\nz"\n')).toEqual([
      ['a', 'b'],
      ['1', 'x, "y"\nz'],
    ]);
    expect(await texts('\ufeffa;b\r\n1;2,5\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2,5'],
    ]);
    expect(await texts('a\tb\n1\t-2\n')).toEqual([
      ['a', 'b'],
      ['1', '-2'],
    ]);
  });

  it('keeps the row numbers of a spreadsheet across what is empty', async () => {
    const { rows } = await read('a,b\n\n,,\n1,2\n');
    expect(rows.map((one) => one.line)).toEqual([4]);
  });

  it('is read as UTF-16 with its mark, as “Unicode text” of Excel', async () => {
    const file = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('é\tb\n1\t2\n', 'utf16le')]);
    expect(await texts(file)).toEqual([
      ['é', 'b'],
      ['1', '2'],
    ]);
  });

  it('of the wrong encoding is refused, not guessed at', async () => {
    expect(await problem(Buffer.from('intitulé,b\n1,2\n', 'latin1'))).toEqual(['wrongEncoding', null]);
    expect(await problem(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]))).toEqual(['notASpreadsheet', null]);
    expect(await problem('%PDF-1.4\u0001\u0002')).toEqual(['notASpreadsheet', null]);
  });

  it('with formulas is refused, with the cell', async () => {
    for (const formula of ['=1+1', '@SUM(A1)', '+cmd|calc!A1', '-SUM(A1:A9)']) {
      expect(await problem(`a,b\nx,y\nx,${formula}\n`)).toEqual(['formula', 'B3']);
    }
    expect(await problem('a,b\n-3,+4\n')).toBe('read');
  });

  it('with a million empty rows at its end is read; with as many between, it is refused', async () => {
    const empty = ',\n'.repeat(1_000_000);
    expect((await read(`a,b\n1,2\n${empty}`)).rows).toHaveLength(1);
    expect(await problem(`a,b\n${empty}1,2\n`)).toEqual(['tooManyRows', 'A2001']);
  });

  it('says what else is wrong with it', async () => {
    expect(await problem('a,b\n')).toEqual(['noRows', null]);
    expect(await problem('   \n')).toEqual(['noRows', null]);
    expect(await problem('a,b\n"open,1\n')).toEqual(['quotes', null]);
    expect(await problem(`a\n${'x\n'.repeat(101)}`)).toEqual(['tooManyRows', 'A102']);
    expect(await problem(`${'a,'.repeat(11)}a\n1\n`)).toEqual(['tooManyColumns', 'L1']);
  });
});

describe('an XLSX file', () => {
  it('is read as it was written', async () => {
    const file = await xlsxOf([
      ['Title & <more>', 'Amount', 'Day'],
      ['=1+1 is a text', { number: '1234.50' }, { day: '2026-09-01' }],
      [null, { number: '-1' }, null],
    ]);
    expect(await texts(file)).toEqual([
      ['Title & <more>', 'Amount', 'Day'],
      ['=1+1 is a text', '1234.5', '46266'],
      [undefined, '-1'],
    ]);
  });

  it('with shared strings is read, without how they are pronounced', async () => {
    const shared =
      '<sst><si><t>Head</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si></sst>';
    const xml = sheet(row(1, '<c r="A1" t="s"><v>0</v></c>') + row(7, '<c r="A7" t="s"><v>1</v></c>'));
    const file = await xlsxWith(xml, { 'xl/sharedStrings.xml': shared });
    expect(await texts(file)).toEqual([['Head'], ['two runs']]);
    expect(await problem(await xlsxWith(xml))).toEqual(['damaged', 'A1']);
  });

  it('with a formula, an error or merged cells is refused, with the place', async () => {
    const head = row(1, text('A1', 'a') + text('B1', 'b'));
    const formula = row(2, '<c r="B2"><f>A1*2</f><v>4</v></c>');
    expect(await problem(await xlsxWith(sheet(head + formula)))).toEqual(['formula', 'B2']);
    const error = row(2, '<c r="A2" t="e"><v>#REF!</v></c>');
    expect(await problem(await xlsxWith(sheet(head + error)))).toEqual(['errorValue', 'A2']);
    const merged = '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>';
    expect(await problem(await xlsxWith(sheet(head + row(2, text('A2', 'x')), merged)))).toEqual([
      'mergedCells',
      'A2:A4',
    ]);
  });

  it('of a hundred thousand formatted empty rows is read, of a bomb is refused before it fills the memory', async () => {
    const head = row(1, text('A1', 'a')) + row(2, text('A2', 'x'));
    const empty = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 3}"/>`).join('');
    expect(await problem(await xlsxWith(sheet(head + empty)))).toBe('read');
    const million = await xlsxWith(sheet(head + '<row><c s="1"/></row>'.repeat(1_000_000)));
    expect(await problem(million)).toEqual(['tooLargeUnpacked', null]);
    const bomb = await xlsxWith(Buffer.alloc(50_000_000, 32));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problem(bomb)).toEqual(['tooLargeUnpacked', null]);
  });

  it('that lies about its size is refused as well', async () => {
    const bomb = await xlsxWith(Buffer.alloc(5_000_000, 32));
    // The size in the directory of the zip: 24 bytes into the entry of the sheet.
    const entry = bomb.lastIndexOf(Buffer.from('xl/worksheets/s.xml')) - 46;
    bomb.writeUInt32LE(1000, entry + 24);
    expect(await problem(bomb)).toEqual(['damaged', null]);
  });

  it('is refused when it is cut, protected, something else, or has a document type', async () => {
    const whole = await xlsxOf([['a'], ['b']]);
    expect(await problem(whole.subarray(0, whole.length - 40))).toEqual(['damaged', null]);
    expect(await problem(Buffer.from('d0cf11e0a1b11ae1aaaa', 'hex'))).toEqual(['oldExcel', null]);
    expect(await problem(await zipOf({ 'word/document.xml': '<a/>' }))).toEqual(['notASpreadsheet', null]);
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha">]><worksheet>&a;</worksheet>';
    expect(await problem(await xlsxWith(laughs))).toEqual(['damaged', null]);
    expect(await problem(await xlsxWith('<worksheet><sheetData>'))).toEqual(['damaged', null]);
  });

  it('with a cell far out is refused without a row of sixteen thousand', async () => {
    const far = sheet(row(1, text('A1', 'a')) + row(2, text('XFD2', 'x')));
    expect(await problem(await xlsxWith(far))).toEqual(['tooManyColumns', 'XFD2']);
  });
});
