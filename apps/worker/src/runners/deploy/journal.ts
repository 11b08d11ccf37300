import type { StepUpdate as StepRow } from '@jalon/core/deployment-progress';
import type { OnStep, StepUpdate } from '@jalon/docker';

export interface Journal {
  onStep: OnStep;
  /** Writes what is left. */
  close(): Promise<void>;
}

export interface JournalOptions {
  write(rows: StepRow[]): Promise<void>;
  /** How long progress and log lines may wait for each other. Milliseconds. */
  throttleMs?: number;
}

/** The last part of a step's log that is kept, in characters. */
const LOG_LIMIT = 32 * 1024;
const THROTTLE_MS = 300;

/**
 * Writes steps to the database. The beginning and the end of a step are written before the call returns, all that come
 * at once in one transaction; progress and log lines wait for each other.
 */
export function createJournal({ write, throttleMs = THROTTLE_MS }: JournalOptions): Journal {
  const seen = new Map<string, { status: StepUpdate['status']; log: string }>();
  let waiting = new Map<string, StepRow>();
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let failure: { error: unknown } | null = null;

  const flush = (): Promise<void> => {
    next ??= writing.then(() => {
      next = null;
      const rows = [...waiting.values()];
      waiting = new Map();
      writing = rows.length === 0 ? Promise.resolve() : write(rows);
      return writing;
    });
    return next;
  };
  const flushLater = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      flush().catch((error: unknown) => {
        failure = { error };
      });
    }, throttleMs);
  };

  return {
    onStep: async (key, { status, progress, log, error }) => {
      if (failure) throw failure.error;
      const before = seen.get(key);
      const whole = log === '' ? (before?.log ?? '') : ((before?.log ?? '') + log).slice(-LOG_LIMIT);
      seen.set(key, { status, log: whole });
      const row: StepRow = { ...waiting.get(key), key };
      if (status !== before?.status) row.status = status;
      if (progress !== null) row.progress = progress;
      if (log !== '') row.log = whole;
      if (error) row.error = error.message;
      waiting.set(key, row);
      if (status === before?.status) return flushLater();
      await flush();
    },
    close: async () => {
      if (timer) clearTimeout(timer);
      await flush();
    },
  };
}
