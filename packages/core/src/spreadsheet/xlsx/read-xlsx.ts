import { cellName, columnOf } from '../cell-name';
import { SpreadsheetError } from '../file-problem';
import type { Sheet, SheetCell, SheetLimits } from '../sheet';
import { SheetBuilder } from '../sheet-builder';
import { findSheet, readSharedStrings } from './find-sheet';
import { openArchive } from './open-archive';
import { parsePart } from './parse-part';

interface OpenCell {
  column: number;
  type: string;
  value: string;
}

/** The first visible sheet of an .xlsx file. Formulas, error values and merged cells are refused, with their place. */
export async function readXlsx(file: Buffer, limits: SheetLimits): Promise<Sheet> {
  const archive = await openArchive(file, limits.unpackedBytes);
  const { part, from1904 } = await findSheet(archive);
  const strings = await readSharedStrings(archive);
  const builder = new SheetBuilder(limits);
  let line = 0;
  let row: (SheetCell | undefined)[] = [];
  let next = 0;
  let cell: OpenCell | null = null;
  let inValue = false;
  await parsePart(archive, part, {
    open: (name, attributes) => {
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1);
        row = [];
        next = 0;
      } else if (name === 'c') {
        const column = attributes.r ? columnOf(attributes.r) : next;
        if (column === null || !Number.isSafeInteger(line)) throw new SpreadsheetError('damaged');
        next = column + 1;
        cell = { column, type: attributes.t ?? 'n', value: '' };
      } else if (name === 'f' && cell) {
        throw new SpreadsheetError('formula', cellName(cell.column, line));
      } else if (name === 'v' || name === 't') {
        inValue = cell !== null;
      } else if (name === 'mergeCell') {
        throw new SpreadsheetError('mergedCells', attributes.ref?.slice(0, 30) ?? null);
      }
    },
    text: (piece) => {
      if (inValue && cell) cell.value += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'c' && cell) {
        const content = contentOf(cell, line, strings);
        // A cell far to the right that holds nothing must not make a row of sixteen thousand.
        if (content) {
          if (cell.column >= limits.columns)
            throw new SpreadsheetError('tooManyColumns', cellName(cell.column, line));
          row[cell.column] = content;
        }
        cell = null;
      }
      if (name === 'row') builder.add(line, Array.from(row));
    },
  });
  return { ...builder.build(), from1904 };
}

function contentOf(
  { column, type, value }: OpenCell,
  line: number,
  strings: readonly string[],
): SheetCell | undefined {
  if (type === 'e') throw new SpreadsheetError('errorValue', cellName(column, line));
  if (value.trim() === '') return undefined;
  if (type === 's') {
    const text = strings[Number(value)];
    if (text === undefined) throw new SpreadsheetError('damaged', cellName(column, line));
    return { text, number: false };
  }
  if (type !== 'n') return { text: value, number: false };
  return { text: value, number: true };
}
