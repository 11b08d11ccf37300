import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** No database answered in time. The message says where and why, without the password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

export interface WaitOptions {
  /** How long to go on trying; 60 s when absent. */
  timeoutMs?: number;
  /** Called after each failed try with the reason and the pause before the next. */
  onRetry?(reason: string, pauseMs: number): void;
}

/**
 * Returns once the database answers a query. Tries again with growing pauses (0.25 s to 4 s); throws
 * DatabaseUnreachableError when the time is over.
 */
export async function waitForDatabase(databaseUrl: string, options: WaitOptions = {}): Promise<void> {
  const deadline = Date.now() + (options.timeoutMs ?? 60_000);
  for (let pauseMs = 250; ; pauseMs = Math.min(pauseMs * 2, 4_000)) {
    const reason = await tryOnce(databaseUrl);
    if (reason === null) return;
    if (Date.now() + pauseMs > deadline) {
      throw new DatabaseUnreachableError(`No database answers at ${placeOf(databaseUrl)}: ${reason}`);
    }
    options.onRetry?.(reason, pauseMs);
    await sleep(pauseMs);
  }
}

async function tryOnce(databaseUrl: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return null;
  } catch (error) {
    return reasonOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Node reports a refused connection to several addresses as an AggregateError without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

function placeOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.hostname}:${url.port || '5432'}${url.pathname}`;
}
