/** Something about a place in a file, by the name that the file has for whoever called. */
export interface Finding extends Spot {
  /** Dotted path of the key; empty where none is meant. */
  path: string;
  message: string;
}

/** A place in a file, from 1. */
export interface Spot {
  file: string;
  line: number;
  column: number;
}

/** The files are wrong: every reason, each with its place. */
export class FileErrors extends Error {
  override readonly name = 'FileErrors';
  constructor(
    readonly findings: readonly Finding[],
    /** Files that were read. */
    readonly files: readonly string[],
  ) {
    super(findings[0]?.message ?? 'The file cannot be read.');
  }
}
