import type { Logger } from '@jalon/logger';

export interface KeyedQueueOptions {
  name: string;
  logger: Logger;
  /** Brings one key to where it should be; reads everything afresh, for it is told nothing but the key. */
  handle(key: string): Promise<void>;
  /** First pause after a failure; it doubles up to the longest. Milliseconds. */
  retryMs?: number;
  longestRetryMs?: number;
}

export interface KeyedQueue {
  /** Has the key handled; one that is being handled is handled once more afterwards. */
  add(key: string): void;
  /** Takes nothing new and resolves when what is being handled has ended. */
  close(): Promise<void>;
}

interface Entry {
  again: boolean;
}

/**
 * Handles keys, each by one handler at a time. It is level-triggered: a key that is added twice, or again while it is
 * handled, costs one more look, and a missed one is added again by a timer.
 */
export function createKeyedQueue(options: KeyedQueueOptions): KeyedQueue {
  const { logger, handle, retryMs = 500, longestRetryMs = 15_000 } = options;
  const busy = new Map<string, Entry>();
  const running = new Set<Promise<void>>();
  const failures = new Map<string, number>();
  const retries = new Map<string, NodeJS.Timeout>();
  let closed = false;

  const run = async (key: string, entry: Entry): Promise<void> => {
    do {
      entry.again = false;
      try {
        await handle(key);
        failures.delete(key);
      } catch (error) {
        retryLater(key, error);
      }
    } while (entry.again && !closed);
    busy.delete(key);
  };

  const retryLater = (key: string, error: unknown): void => {
    const count = failures.get(key) ?? 0;
    failures.set(key, count + 1);
    const pauseMs = Math.min(retryMs * 2 ** count, longestRetryMs);
    logger.warn({ err: error, queue: options.name, key, pauseMs }, 'will be tried again');
    clearTimeout(retries.get(key));
    retries.set(
      key,
      setTimeout(() => add(key), pauseMs),
    );
  };

  const add = (key: string): void => {
    if (closed) return;
    const entry = busy.get(key);
    if (entry) {
      entry.again = true;
      return;
    }
    const fresh = { again: false };
    busy.set(key, fresh);
    const task = run(key, fresh).finally(() => running.delete(task));
    running.add(task);
  };

  return {
    add,
    close: async () => {
      closed = true;
      for (const timer of retries.values()) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
