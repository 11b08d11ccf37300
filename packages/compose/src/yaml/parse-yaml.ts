import { Composer, type Document, type LineCounter, Parser, type YAMLParseError } from 'yaml';

export interface ParsedYaml {
  /** The first document; null when too much is wrong with it to be read to its end. */
  document: Document | null;
  errors: readonly YAMLParseError[];
  /** There is a second document. */
  several: boolean;
}

/** Each error costs the parser a stack trace: a megabyte of commas would keep it busy for a minute. */
const MAX_ERRORS = 100;

type OnError = (source: unknown, code: string, message: string, warning?: boolean) => void;

class TooManyErrors extends Error {}

/**
 * As `parseDocument` of the library, which cannot be told to stop at an error: gives up at the 100th error or warning.
 *
 * @throws RangeError when the file nests deeper than the stack
 */
export function parseYaml(text: string, lineCounter: LineCounter): ParsedYaml {
  const composer = new Composer({ lineCounter, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  limitErrors(composer as unknown as { onError: OnError });
  const documents = composer.compose(new Parser(lineCounter.addNewLine).parse(text), true, text.length);
  try {
    const first = documents.next();
    const document = first.done ? null : first.value;
    return { document, errors: document?.errors ?? [], several: document !== null && !documents.next().done };
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    return { document: null, errors: composer.streamInfo().errors, several: false };
  }
}

function limitErrors(composer: { onError: OnError }): void {
  const tell = composer.onError;
  let count = 0;
  composer.onError = (...told) => {
    tell(...told);
    count += 1;
    if (count >= MAX_ERRORS) throw new TooManyErrors();
  };
}
