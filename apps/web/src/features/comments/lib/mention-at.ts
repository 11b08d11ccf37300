export interface MentionQuery {
  /** Where its @ stands. */
  start: number;
  /** What was typed after it. */
  text: string;
}

/** Longer than this, an @ was not the beginning of a name. */
const LONGEST = 40;

/** The name that is being typed at the caret: from an @ at the beginning of a word; null when none is. */
export function mentionAt(text: string, caret: number): MentionQuery | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0 || caret - start > LONGEST) return null;
  const typed = before.slice(start + 1);
  const isWordsStart = start === 0 || /[\s(«“"'‘]/u.test(before.charAt(start - 1));
  // Names have spaces in them, but at most three words, and no line break.
  if (!isWordsStart || /[\n@]/.test(typed) || typed.split(' ').length > 3 || typed.startsWith(' '))
    return null;
  return { start, text: typed };
}

/** The text with the name in place of what was typed of it, and where the caret is then. */
export function insertMention(
  text: string,
  caret: number,
  { start }: MentionQuery,
  name: string,
): { text: string; caret: number } {
  const inserted = `@${name} `;
  const rest = text.slice(caret).replace(/^ /, '');
  return { text: `${text.slice(0, start)}${inserted}${rest}`, caret: start + inserted.length };
}

export type TextPart = { kind: 'text' | 'mention' | 'link'; text: string };

const LINK = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]]/g;

/** A comment in parts: its @names, its addresses, and what is between. */
export function partsOf(text: string, names: readonly string[]): TextPart[] {
  const marks: (TextPart & { at: number })[] = [...text.matchAll(LINK)].map(({ index, 0: found }) => ({
    at: index,
    text: found,
    kind: 'link' as const,
  }));
  const low = text.toLocaleLowerCase();
  // The longest name first: @Ann Lee is not @Ann.
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const wanted = `@${name.toLocaleLowerCase()}`;
    for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      const taken = marks.some((mark) => at < mark.at + mark.text.length && mark.at < end);
      if (!taken && !/[\p{L}\p{N}]/u.test(text.charAt(end)))
        marks.push({ at, text: text.slice(at, end), kind: 'mention' });
    }
  }
  const parts: TextPart[] = [];
  let place = 0;
  for (const { at, text: found, kind } of marks.sort((a, b) => a.at - b.at)) {
    if (at > place) parts.push({ kind: 'text', text: text.slice(place, at) });
    parts.push({ kind, text: found });
    place = at + found.length;
  }
  if (place < text.length) parts.push({ kind: 'text', text: text.slice(place) });
  return parts;
}
