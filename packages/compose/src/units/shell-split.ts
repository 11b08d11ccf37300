/**
 * Splits a command line into arguments as Compose does: quotes and backslashes, no variables, no globs.
 * Null: a quote is never closed. No shell ever sees the text.
 */
export function shellSplit(text: string): string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '\\' && quote !== "'") {
      const next = text.charAt(index + 1);
      const literal: boolean = quote === '"' && next !== '"' && next !== '\\';
      word = (word ?? '') + (literal ? `\\${next}` : next);
      index += 1;
    } else if (quote !== null) {
      if (char === quote) quote = null;
      else word = (word ?? '') + char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + char;
  }
  if (word !== null) words.push(word);
  return quote === null ? words : null;
}
