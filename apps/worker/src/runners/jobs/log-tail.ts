/** Keeps the end of a log in a bounded space, and writes it out now and then. */
export interface LogTail {
  add(line: string): void;
  /** What is kept; begins with a whole line, and says when lines before it were left out. */
  text(): string;
  /** Writes what was added since the last time; resolves when it is written. */
  flush(): Promise<void>;
  close(): void;
}

export interface LogTailOptions {
  /** Bytes of UTF-8. */
  limit: number;
  flushMs: number;
  write(text: string): Promise<void>;
  onError(error: unknown): void;
}

const CUT = '… earlier lines left out\n';

export function createLogTail({ limit, flushMs, write, onError }: LogTailOptions): LogTail {
  let lines: string[] = [];
  let bytes = 0;
  let cut = false;
  let changed = false;
  let writing: Promise<void> = Promise.resolve();

  const text = (): string => (cut ? CUT : '') + lines.join('');
  const flush = (): Promise<void> => {
    if (!changed) return writing;
    changed = false;
    writing = writing.then(() => write(text()));
    return writing;
  };
  const timer = setInterval(() => flush().catch(onError), flushMs);

  return {
    add(line) {
      const whole = `${line}\n`;
      lines.push(whole);
      bytes += Buffer.byteLength(whole);
      changed = true;
      if (bytes <= limit - CUT.length) return;
      cut = true;
      let first = 0;
      // A little more than needed, so that not every further line moves the whole array.
      while (bytes > limit * 0.9 && first < lines.length - 1) {
        bytes -= Buffer.byteLength(lines[first] ?? '');
        first += 1;
      }
      lines = lines.slice(first);
    },
    text,
    flush,
    close: () => clearInterval(timer),
  };
}
