import pg from 'pg';

export { type ChangeListener, type ListenOptions, listenForChanges } from '../changes/listen';

/** Plain SQL, for a process that reads two tables and should not carry the client for all of them. */
export interface Sql {
  /** Rows of one statement; values are always parameters. */
  query<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const POOL_SIZE = 4;
const CONNECT_TIMEOUT_MS = 5_000;

/** Opens a small pool; connections are made when they are first needed. */
export function createSql(databaseUrl: string, onError: (error: Error) => void): Sql {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', onError);
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[]) =>
      (await pool.query<Row>(text, [...values])).rows,
    close: () => pool.end(),
  };
}
