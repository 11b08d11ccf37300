import { type Document, LineCounter } from 'yaml';
import { type ParsedYaml, parseYaml } from './parse-yaml';
import type { Origin, Problems } from './problems';

/** A Compose file is small; a megabyte of YAML is something else. */
const MAX_CHARACTERS = 1_000_000;

export interface ParsedDocument {
  document: Document;
  lines: LineCounter;
}

/** Tags of the Compose Specification; the parser knows none of them and says so of each. */
const KNOWN_TAGS = /^Unresolved tag: !(reset|override)$/;

/** Reads YAML; every syntax error is reported with its place. Null: nothing usable. */
export function readDocument(text: string, problems: Problems, origin?: Origin): ParsedDocument | null {
  const from = origin ? { origin } : {};
  const start = { path: '', line: 1, column: 1, ...from };
  if (text.length > MAX_CHARACTERS) {
    problems.error(start, 'The file is longer than a million characters. Is it the right file?');
    return null;
  }
  const lines = new LineCounter();
  const parsed = parseOrNull(text, lines);
  if (!parsed) {
    problems.error(start, 'The file nests too deep to be read. Make it flatter.');
    return null;
  }
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { path: '', line: Math.max(line, 1), column: Math.max(col, 1), ...from };
  };
  const { document, errors, several } = parsed;
  for (const error of errors) {
    problems.error(placeOf(error.pos[0]), explain(error.code, error.message));
  }
  if (several) problems.error(placeOf(document?.range?.[2] ?? 0), explain('MULTIPLE_DOCS', ''));
  if (!document) {
    problems.error(start, 'Too much is wrong with this YAML to read it to its end. Is it the right file?');
    return null;
  }
  for (const { code, message, pos } of document.warnings) {
    if (code !== 'TAG_RESOLVE_FAILED') problems.warn(placeOf(pos[0]), `${message}.`);
    else if (!KNOWN_TAGS.test(message))
      problems.error(
        placeOf(pos[0]),
        `This is not YAML that Compose knows: ${message}. Known: !reset, !override.`,
      );
  }
  return errors.length > 0 || several ? null : { document, lines };
}

/** The parser recurses: a file of a hundred thousand brackets ends its stack, which is bad input and no bug. */
function parseOrNull(text: string, lineCounter: LineCounter): ParsedYaml | null {
  try {
    return parseYaml(text, lineCounter);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function explain(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This key is written twice. Keep one of them.';
  if (code === 'MULTIPLE_DOCS') return 'The file holds several documents ("---"). Keep one.';
  if (code === 'TAB_AS_INDENT') return 'A tab cannot indent YAML. Use spaces.';
  return `This is not valid YAML: ${message}.`;
}
