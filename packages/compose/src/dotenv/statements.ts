/** One step through an environment file. `start` and `end` are offsets; the next statement begins at `end`. */
export type Statement =
  | { kind: 'blank'; start: number; end: number }
  | { kind: 'wrong'; start: number; end: number; message: string }
  | {
      kind: 'entry';
      start: number;
      end: number;
      name: string;
      /** As written, without its quotes; null: the name stands alone. */
      value: string | null;
      quote: '"' | "'" | null;
    };

const NAME = /(?:export[ \t]+)?([A-Za-z0-9_.[\]-]+)[ \t]*(?:([=:])|(?=\n|$|#))/y;
const BLANK = /[ \t\f\v]*(?:#[^\n]*)?(?:\n|$)/y;
const REST = /[ \t]*(?:#[^\n]*)?(?:\n|$)/y;

/** Reads what stands at an offset: an empty or comment line, or one variable. */
export function readEntry(text: string, from: number, quoted: boolean): Statement {
  const blank = match(BLANK, text, from);
  if (blank) return { kind: 'blank', start: from, end: from + blank[0].length };
  const start = from + (match(/[ \t\f\v]*/y, text, from)?.[0].length ?? 0);
  const found = match(NAME, text, start);
  const name = found?.[1];
  if (!found || name === undefined) {
    const message = 'Expected NAME=value (letters, digits, "_", "." and "-" in the name) or a comment.';
    return { kind: 'wrong', start, end: lineEnd(text, start), message };
  }
  const nameEnd = start + found[0].length;
  const end = lineEnd(text, nameEnd);
  if (found[2] === undefined) return { kind: 'entry', start, end, name, value: null, quote: null };
  const valueAt = nameEnd + (match(/[ \t]*/y, text, nameEnd)?.[0].length ?? 0);
  const quote = text[valueAt];
  if (quoted && (quote === '"' || quote === "'")) return readQuoted(text, { start, valueAt, name, quote });
  const line = text.slice(nameEnd, end).replace(/\n$/, '');
  // Only a "#" after a space begins a comment: passwords hold them too.
  const value = quoted ? line.replace(/\s#.*$/, '').trim() : line;
  return { kind: 'entry', start, end, name, value, quote: null };
}

/**
 * `\n`, `\r`, `\t` and the like of a double-quoted value; any other character after a backslash is itself. A dollar is
 * doubled, so that it stays one when the variables are filled in afterwards.
 */
export function expandEscapes(text: string): string {
  return text.replace(/\\(.)/gs, (_whole, char: string) => ESCAPES[char] ?? char);
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  f: '\f',
  v: '\v',
  b: '\b',
  a: '\x07',
  $: '$$',
};

function readQuoted(
  text: string,
  { start, valueAt, name, quote }: { start: number; valueAt: number; name: string; quote: '"' | "'" },
): Statement {
  let close = valueAt + 1;
  while (close < text.length && text[close] !== quote) close += text[close] === '\\' ? 2 : 1;
  if (close >= text.length) {
    const message = `The quote after ${name} is never closed.`;
    return { kind: 'wrong', start, end: lineEnd(text, start), message };
  }
  const rest = match(REST, text, close + 1);
  if (!rest) {
    const message = `Something follows the closing quote of ${name}. Put all of the value into the quotes.`;
    return { kind: 'wrong', start, end: lineEnd(text, close), message };
  }
  const raw = text.slice(valueAt + 1, close);
  const value = quote === "'" ? raw.replaceAll("\\'", "'") : raw;
  return { kind: 'entry', start, end: close + 1 + rest[0].length, name, value, quote };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
