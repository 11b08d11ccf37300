import type { Clock } from '@jalon/contracts';

/** One of the two streams that a command writes to. */
export interface Output {
  write(text: string): void;
  /** A person looks at it in a terminal. */
  readonly isTerminal: boolean;
  /** Width of the terminal in characters; 80 where there is none. */
  readonly columns: number;
}

export interface Input {
  readonly isTerminal: boolean;
  /** All of it, for `-`. */
  read(): Promise<string>;
  /** One line typed by a person. */
  ask(question: string): Promise<string>;
}

/** What a command has of the world, made once in main.ts; a test makes its own. */
export interface Io {
  /** What was asked for: a plan, a file, a table. */
  readonly out: Output;
  /** Progress, warnings and errors. */
  readonly err: Output;
  readonly in: Input;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** Aborts at the first Ctrl-C. */
  readonly interrupted: AbortSignal;
  readonly clock: Clock;
  /** Folder that holds `docker/` and `samples/`, where `jalon://` addresses lead. */
  readonly contentDir: string;
  readonly version: string;
}
