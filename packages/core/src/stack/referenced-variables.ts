import { listSourceVariables } from '@jalon/compose';

const REFERENCE = /\$(?:(\$)|([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)(:?[-?+])?)/g;

/**
 * Names that a Compose file needs and nobody has set: referenced without a default, outside comments, in the order in
 * which they appear; then those that its secrets and configs are made of. Each once. Pure; a file that cannot be read
 * gives what can be seen in it.
 * @param ofServices set for single services: enough for a secret or config, not for the file
 */
export function missingVariables(
  composeText: string,
  known: ReadonlySet<string>,
  ofServices: ReadonlySet<string> = new Set(),
): string[] {
  const missing = new Set<string>();
  for (const line of composeText.split('\n')) collect(withoutComment(line), known, missing);
  for (const name of listSourceVariables(composeText)) {
    if (!known.has(name) && !ofServices.has(name)) missing.add(name);
  }
  return [...missing];
}

function collect(text: string, known: ReadonlySet<string>, missing: Set<string>): void {
  let position = 0;
  while (position < text.length) {
    REFERENCE.lastIndex = position;
    const match = REFERENCE.exec(text);
    if (!match) return;
    position = match.index + match[0].length;
    const [, escaped, bare, braced, operator] = match;
    if (escaped) continue;
    const name = bare ?? braced ?? '';
    if (!operator || operator.endsWith('?')) {
      if (!known.has(name)) missing.add(name);
      continue;
    }
    // The word behind - or + counts only when it is what the file will hold.
    const end = closingBrace(text, position);
    if (operator.endsWith('+') === known.has(name)) collect(text.slice(position, end), known, missing);
    position = end + 1;
  }
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

/** Cuts a YAML comment off; a # inside quotes, or without a space before it, is not one. */
function withoutComment(line: string): string {
  let quote = '';
  for (let index = 0; index < line.length; index += 1) {
    const letter = line[index] ?? '';
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '#' && /^$|\s/.test(line[index - 1] ?? '')) return line.slice(0, index);
  }
  return line;
}
