import { waitForDatabase } from '@jalon/db';
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '@jalon/db/embedded';
import { Refusal } from '../lib/fail.mjs';
import type { Home } from '../lib/home.mjs';
import { type LocalState, writeState } from './state';

export interface LocalDatabase {
  url: string;
  note: string;
}

/** How long a database that is not there yet is waited for. */
const PATIENCE_MS = 30_000;

/**
 * The database: the one of DATABASE_URL, waited for, or an embedded PostgreSQL with its data in the home.
 * Throws a Refusal when none answers.
 */
export async function openDatabase(
  home: Home,
  state: LocalState,
  given: string | undefined,
  onLine: (line: string) => void,
): Promise<LocalDatabase> {
  if (given) return openGiven(given, onLine);
  const options = { dir: home.path('postgres'), password: state.databasePassword };
  const server = await startEmbeddedPostgres({ ...options, port: state.ports.database });
  if (server.port !== state.ports.database) {
    state.ports.database = server.port;
    writeState(home, state);
  }
  return {
    url: server.url,
    note: server.started ? `embedded PostgreSQL on port ${server.port}` : 'was running',
  };
}

/** Stops the embedded PostgreSQL of a home; a database of DATABASE_URL is not ours to stop. */
export const closeDatabase = (home: Home): Promise<void> => stopEmbeddedPostgres(home.path('postgres'));

async function openGiven(url: string, onLine: (line: string) => void): Promise<LocalDatabase> {
  const onRetry = (reason: string): void => onLine(`${reason}; trying again`);
  try {
    await waitForDatabase(url, { timeoutMs: PATIENCE_MS, onRetry });
  } catch (error) {
    throw new Refusal(
      `${(error as Error).message}\nStart the database of DATABASE_URL, or unset the variable to use an embedded one.`,
    );
  }
  return { url, note: 'the one of DATABASE_URL' };
}
