import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { SpreadsheetError } from '../file-problem';
import type { Archive } from './open-archive';

export interface PartHandlers {
  /** Names come without their prefix: `x:row` is `row`. */
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a part of the workbook as XML, without building a tree of it. A document type is refused: no list has one. */
export async function parsePart(archive: Archive, name: string, handlers: PartHandlers): Promise<void> {
  const parser = new SaxesParser();
  let failure: Error | null = null;
  const guarded =
    <A extends unknown[]>(handler: (...args: A) => void) =>
    (...args: A): void => {
      if (failure) return;
      try {
        handler(...args);
      } catch (error) {
        failure = error as Error;
      }
    };
  parser.on('error', () => {
    failure ??= new SpreadsheetError('damaged');
  });
  parser.on(
    'doctype',
    guarded(() => {
      throw new SpreadsheetError('damaged');
    }),
  );
  parser.on(
    'opentag',
    guarded((tag: SaxesTagPlain) => handlers.open?.(local(tag.name), tag.attributes)),
  );
  parser.on(
    'closetag',
    guarded((tag: SaxesTagPlain) => handlers.close?.(local(tag.name))),
  );
  parser.on(
    'text',
    guarded((text: string) => handlers.text?.(text)),
  );
  await archive.read(name, (piece) => {
    if (failure) throw failure;
    parser.write(piece);
    if (failure) throw failure;
  });
  parser.close();
  if (failure) throw failure;
}
