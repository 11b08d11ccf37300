import type { Change } from '@jalon/contracts';

/** What a subscriber is given: a change, or the news that the line to the database is back after a gap. */
export type FeedEvent = { kind: 'change'; change: Change } | { kind: 'resynced' };

/** Beyond this many unread events a slow reader is told to read everything again instead. */
const BACKLOG_LIMIT = 1000;

/** Hands each announced change to every open stream of this process. */
export class ChangeFeed {
  readonly #subscribers = new Set<(event: FeedEvent) => void>();

  publish(event: FeedEvent): void {
    for (const deliver of this.#subscribers) deliver(event);
  }

  /** Every event from now on, until the signal. */
  async *subscribe(signal: AbortSignal): AsyncGenerator<FeedEvent> {
    let backlog: FeedEvent[] = [];
    let wake: () => void = () => undefined;
    const deliver = (event: FeedEvent) => {
      if (backlog.length >= BACKLOG_LIMIT) backlog = [{ kind: 'resynced' }];
      else backlog.push(event);
      wake();
    };
    const onAbort = () => wake();
    this.#subscribers.add(deliver);
    signal.addEventListener('abort', onAbort);
    try {
      while (!signal.aborted) {
        const events = backlog;
        backlog = [];
        yield* events;
        if (backlog.length > 0 || signal.aborted) continue;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      this.#subscribers.delete(deliver);
      signal.removeEventListener('abort', onAbort);
    }
  }
}
