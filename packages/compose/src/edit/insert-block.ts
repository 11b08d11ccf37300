import { Document, isMap, isPair, isScalar, type Node, type Pair, Scalar, type YAMLMap } from 'yaml';

/** An entry to add: its key, and its value as a node that keeps its comments. */
export interface NewEntry {
  key: string;
  value: Node | null;
  /** Comment lines above the key, as YAML keeps them (without `#`). */
  comment: string | null;
}

/**
 * Adds entries at the end of a top-level section by inserting text, so that every other character of the file stays
 * as it is. The section is added when the file has none. Null: the section is not written as a block.
 */
export function insertEntries(
  text: string,
  document: Document,
  section: string,
  entries: NewEntry[],
): string | null {
  if (entries.length === 0) return text;
  const pair = topLevelPair(document, section);
  if (!pair) {
    const separator = text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n';
    return `${text}${separator}${section}:\n${render(entries, '  ')}`;
  }
  const map = pair.value;
  if (isEmpty(map)) {
    const end = lineEnd(text, endOf(pair));
    return `${text.slice(0, end)}${newline(text, end)}${render(entries, '  ')}${text.slice(end)}`;
  }
  if (!isMap(map) || map.flow) return null;
  const end = lineEnd(text, endOf(map.items.at(-1) as Pair));
  const block = render(entries, ' '.repeat(indentOf(text, map)));
  const gap = section === 'services' && /\n[ \t]*\n/.test(text.slice(0, end)) ? '\n' : '';
  return `${text.slice(0, end)}${newline(text, end)}${gap}${block}${text.slice(end)}`;
}

function topLevelPair(document: Document, section: string): Pair<Scalar, Node | null> | undefined {
  if (!isMap(document.contents)) return undefined;
  return document.contents.items.find((item) => isScalar(item.key) && item.key.value === section) as
    | Pair<Scalar, Node | null>
    | undefined;
}

function isEmpty(value: Node | null): boolean {
  return value === null || (isScalar(value) && value.value === null && !value.anchor);
}

function render(entries: NewEntry[], indent: string): string {
  return entries
    .map(({ key, value, comment }) => {
      const document = new Document({});
      const name = new Scalar(key);
      name.commentBefore = comment;
      (document.contents as unknown as YAMLMap).set(name, value);
      return document
        .toString({ lineWidth: 0, nullStr: '' })
        .trimEnd()
        .split('\n')
        .map((line) => (line === '' ? '' : `${indent}${line.trimEnd()}`))
        .join('\n');
    })
    .map((block) => `${block}\n`)
    .join('');
}

/** Offset after the last character of what a pair holds, comments after it not included. */
function endOf(node: unknown): number {
  if (isPair(node)) {
    const value = node.value as Node | null;
    return isEmpty(value) ? endOf(node.key) : endOf(value);
  }
  if (isMap(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  const sequence = node as { items?: unknown[]; flow?: boolean; range?: [number, number, number] | null };
  if (Array.isArray(sequence.items) && !sequence.flow && sequence.items.length > 0)
    return endOf(sequence.items.at(-1));
  return sequence.range?.[1] ?? 0;
}

/** Offset of the start of the line after the one that an offset is on. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function newline(text: string, end: number): string {
  return end > 0 && text[end - 1] !== '\n' ? '\n' : '';
}

function indentOf(text: string, map: YAMLMap): number {
  const first = map.items[0]?.key as Node | undefined;
  const offset = first?.range?.[0] ?? 0;
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
