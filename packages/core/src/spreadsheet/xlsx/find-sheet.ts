import { SpreadsheetError } from '../file-problem';
import type { Archive } from './open-archive';
import { parsePart } from './parse-part';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** The part that holds the first sheet that can be seen, and whether its dates count from 1904. */
export async function findSheet(archive: Archive): Promise<{ part: string; from1904: boolean }> {
  if (!archive.has(WORKBOOK) || !archive.has(RELATIONS)) throw new SpreadsheetError('notASpreadsheet');
  let relation: string | undefined;
  let from1904 = false;
  await parsePart(archive, WORKBOOK, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      relation ??= Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    },
  });
  let target: string | undefined;
  await parsePart(archive, RELATIONS, {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes.Id === relation) target = attributes.Target;
    },
  });
  if (!relation || !target) throw new SpreadsheetError('notASpreadsheet');
  const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!archive.has(part)) throw new SpreadsheetError('damaged');
  return { part, from1904 };
}

/** The texts that cells refer to by number. How they are pronounced in Japanese is not part of them. */
export async function readSharedStrings(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  if (!archive.has('xl/sharedStrings.xml')) return texts;
  let text = '';
  let inText = false;
  let phonetic = 0;
  await parsePart(archive, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') inText = false;
      if (name === 'si') texts.push(text);
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
  return texts;
}
