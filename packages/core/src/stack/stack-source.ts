import type { TextFiles } from '@jalon/contracts';

/** A Compose file with the files of the project that it may name. */
export interface StackSource {
  composeText: string;
  files: TextFiles;
}

/** Columns of a stack or a revision that `readStackSource` takes. */
export const STACK_SOURCE = { composeText: true, files: true } as const;

/** A stored row as it is read; without one: an empty file. */
export function readStackSource(row: { composeText: string; files: unknown } | null): StackSource {
  return { composeText: row?.composeText ?? '', files: readTextFiles(row?.files) };
}

/** Path → text, out of a JSON column; anything else in it is left out. */
export function readTextFiles(json: unknown): TextFiles {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
