import type { DiffLine, DiffRow } from '@jalon/contracts';
import { diffArrays } from 'diff';

/** Two texts side by side, line by line; lines that replace each other share a row. Pure. */
export function diffLines(from: string, to: string): DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  let left = 0;
  let right = 0;
  const pairUp = (): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      rows.push({ kind: 'CHANGED', left: removed[index] ?? null, right: added[index] ?? null });
    }
    removed = [];
    added = [];
  };
  for (const part of diffArrays(linesOf(from), linesOf(to))) {
    for (const text of part.value) {
      if (part.removed) {
        left += 1;
        removed.push({ line: left, text });
      } else if (part.added) {
        right += 1;
        added.push({ line: right, text });
      } else {
        pairUp();
        left += 1;
        right += 1;
        rows.push({ kind: 'SAME', left, right, text });
      }
    }
  }
  pairUp();
  return rows;
}

/** A text without anything has no line; the end of the last line makes none. */
function linesOf(text: string): string[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
