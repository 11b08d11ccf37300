/** `${NAME<operator>word}`; without braces or operator the operator is null. */
export type Operator = ':-' | '-' | ':?' | '?' | ':+' | '+';

export interface VariablePart {
  name: string;
  operator: Operator | null;
  word: TemplatePart[];
}

export type TemplatePart = string | VariablePart;

export type Template = { ok: true; parts: TemplatePart[] } | { ok: false; message: string };

/** A file may nest defaults in defaults; deeper than this is a mistake or an attack on the stack. */
const MAX_DEPTH = 32;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const OPERATOR = /:-|-|:\?|\?|:\+|\+/y;

/** Reads a text with variables into its parts; nothing is looked up yet. */
export function parseTemplate(text: string, depth = 0): Template {
  if (depth > MAX_DEPTH) return { ok: false, message: `Variables are nested more than ${MAX_DEPTH} deep.` };
  const parts: TemplatePart[] = [];
  let position = 0;
  while (position < text.length) {
    const dollar = text.indexOf('$', position);
    if (dollar < 0) break;
    if (dollar > position) parts.push(text.slice(position, dollar));
    const next = readVariable(text, dollar, depth);
    if (typeof next === 'string') return { ok: false, message: next };
    parts.push(next.part);
    position = next.end;
  }
  if (position < text.length) parts.push(text.slice(position));
  return { ok: true, parts };
}

function readVariable(
  text: string,
  dollar: number,
  depth: number,
): { part: TemplatePart; end: number } | string {
  const following = text[dollar + 1];
  if (following === '$') return { part: '$', end: dollar + 2 };
  if (following === '{') return readBraced(text, dollar, depth);
  const name = match(NAME, text, dollar + 1);
  if (!name) return `A "$" is followed by no variable name. Write "$$" for a dollar sign.`;
  return { part: { name, operator: null, word: [] }, end: dollar + 1 + name.length };
}

function readBraced(
  text: string,
  dollar: number,
  depth: number,
): { part: TemplatePart; end: number } | string {
  const close = closingBrace(text, dollar + 1);
  if (close < 0) return `"\${" is never closed. Add the missing "}", or write "$$" for a dollar sign.`;
  const body = text.slice(dollar + 2, close);
  const name = match(NAME, body, 0);
  if (!name) return `"\${${shorten(body)}}" does not begin with a variable name (letters, digits and "_").`;
  if (name.length === body.length) return { part: { name, operator: null, word: [] }, end: close + 1 };
  const operator = match(OPERATOR, body, name.length) as Operator | null;
  if (!operator) {
    return `"\${${shorten(body)}}" cannot be read. After the name write one of :- - :? ? :+ + and a text.`;
  }
  const word = parseTemplate(body.slice(name.length + operator.length), depth + 1);
  if (!word.ok) return word.message;
  return { part: { name, operator, word: word.parts }, end: close + 1 };
}

/** Braces inside a default balance, so that a default may hold JSON or another variable. */
function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
