import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@jalon/contracts';
import type { Io } from '../io';
import { run } from '../run';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

export interface Circumstances {
  environment?: Record<string, string>;
  /** What comes on standard input. */
  input?: string;
  /** What a person in a terminal answers; absent: nobody is there. */
  answer?: string;
  /** Standard output and error are terminals. */
  terminal?: boolean;
  interrupted?: AbortSignal;
  /** Called with everything that is written to standard output. */
  onOut?: (text: string) => void;
  /** The same for standard error. */
  onErr?: (text: string) => void;
  /** Below the scene's folder. */
  folder?: string;
}

/** A folder with files, and the program run in it as a whole, without a process of its own. */
export class Scene {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'jalon-cli-')));

  put(path: string, text: string): string {
    const full = join(this.folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  }

  /** Runs a command line; words are parted by spaces. */
  async run(line: string | readonly string[], circumstances: Circumstances = {}): Promise<Outcome> {
    const {
      environment = {},
      input = '',
      answer,
      terminal = false,
      interrupted,
      onOut,
      onErr,
    } = circumstances;
    let out = '';
    let err = '';
    const stream = (write: (text: string) => void) => ({ write, isTerminal: terminal, columns: 80 });
    const io: Io = {
      out: stream((text) => {
        out += text;
        onOut?.(text);
      }),
      err: stream((text) => {
        err += text;
        onErr?.(text);
      }),
      in: {
        isTerminal: answer !== undefined,
        read: async () => input,
        ask: async (question) => {
          err += question;
          return answer ?? '';
        },
      },
      environment,
      folder: join(this.folder, circumstances.folder ?? ''),
      interrupted: interrupted ?? new AbortController().signal,
      clock: systemClock,
      contentDir: fileURLToPath(new URL('../../../..', import.meta.url)),
      version: '1.2.3',
    };
    const words = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line;
    const code = await run(io, words);
    return { code, out, err };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
