import { CHANGE_CHANNEL, CHANGE_TOPICS, type Change } from '@jalon/contracts';
import pg from 'pg';

export interface ListenOptions {
  databaseUrl: string;
  onChange(change: Change): void;
  /** `up` after every connection, also the first: what was missed while down must be read again. */
  onState?(state: 'up' | 'down', error?: unknown): void;
}

export interface ChangeListener {
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;

/**
 * Listens for changes on one connection of its own, for as long as the process lives. A lost connection
 * is made again with growing pauses; a message that is not a Change is dropped.
 */
export function listenForChanges(options: ListenOptions): ChangeListener {
  let closed = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let pause = FIRST_RETRY_MS;

  const lost = (which: pg.Client, error?: unknown): void => {
    if (closed || client !== which) return;
    client = null;
    options.onState?.('down', error);
    which.end().catch(() => undefined);
    retry = setTimeout(connect, pause);
    pause = Math.min(pause * 2, LONGEST_RETRY_MS);
  };

  const connect = (): void => {
    const next = new pg.Client({
      connectionString: options.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client = next;
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => {
      const change = parseChange(payload);
      if (change) options.onChange(change);
    });
    next
      .connect()
      .then(() => next.query(`LISTEN ${CHANGE_CHANNEL}`))
      .then(() => {
        pause = FIRST_RETRY_MS;
        if (!closed) options.onState?.('up');
      })
      .catch((error: unknown) => lost(next, error));
  };

  connect();
  return {
    close: async () => {
      closed = true;
      if (retry) clearTimeout(retry);
      await client?.end();
    },
  };
}

/** The change in a message, or null: anyone with the database's password can send one. */
function parseChange(payload: string | undefined): Change | null {
  try {
    const value: unknown = JSON.parse(payload ?? '');
    if (typeof value !== 'object' || value === null) return null;
    const { topic, id } = value as Partial<Change>;
    const known = typeof id === 'string' && CHANGE_TOPICS.some((candidate) => candidate === topic);
    return known ? (value as Change) : null;
  } catch {
    return null;
  }
}
