import { randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postgresAccount } from './account';
import { type PostgresAccount, runPostgres } from './binaries';
import { isPostgresRunning, stopEmbeddedPostgres } from './control';

export interface EmbeddedPostgresOptions {
  /** Data directory; made when it is missing, kept when it is there. */
  dir: string;
  /** Superuser's password; counts when the data directory is made. */
  password: string;
  /** Port on 127.0.0.1; a free one when absent. */
  port?: number;
  /** Database to make where it is missing; `jalon` when absent. */
  database?: string;
  /** Further settings of postgresql.conf, e.g. {fsync: 'off'} for tests. */
  settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  url: string;
  port: number;
  /** False when a server on this directory was already running, and was left as it is. */
  started: boolean;
  stop(): Promise<void>;
}

const USER = 'jalon';

/**
 * Starts a real PostgreSQL from the npm registry's binaries, on loopback only, as a process that outlives
 * this one; `stop` ends it. A server that already runs on the directory is used as it is.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dir, password, database = 'jalon' } = options;
  const account = await postgresAccount();
  if (!existsSync(join(dir, 'PG_VERSION'))) await initialise(options, account);
  const started = !(await isPostgresRunning(dir));
  if (started) {
    await writeSettings(options, options.port ?? (await freePort()));
    await runPostgres('pg_ctl', { dir, account }, [
      'start',
      '-l',
      join(dir, 'server.log'),
      '-w',
      '-t',
      '60',
      '-s',
    ]);
  }
  const port = await runningPort(dir);
  const url = `postgresql://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  await ensureDatabase(url, database);
  return { url, port, started, stop: () => stopEmbeddedPostgres(dir) };
}

async function initialise(
  { dir, password }: EmbeddedPostgresOptions,
  account: PostgresAccount | null,
): Promise<void> {
  const passwordFile = join(tmpdir(), `jalon-pg-${randomBytes(8).toString('hex')}`);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (account) {
      await chown(dir, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    const args = ['-U', USER, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    await runPostgres('initdb', { dir, account }, [...args, `--pwfile=${passwordFile}`]);
    await appendFile(join(dir, 'postgresql.conf'), "\ninclude_if_exists 'jalon.conf'\n");
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Settings go into a file and not onto the command line, which pg_ctl hands to a shell. */
async function writeSettings({ dir, settings }: EmbeddedPostgresOptions, port: number): Promise<void> {
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '64MB',
    max_connections: '200',
    logging_collector: 'off',
    ...settings,
  };
  const lines = Object.entries(all).map(([key, value]) => `${key} = '${value.replaceAll("'", "''")}'`);
  await writeFile(join(dir, 'jalon.conf'), `${lines.join('\n')}\n`, { mode: 0o644 });
}

/** The fourth line of postmaster.pid is the port. */
async function runningPort(dir: string): Promise<number> {
  const line = (await readFile(join(dir, 'postmaster.pid'), 'utf8')).split('\n')[3];
  if (!line) throw new Error(`PostgreSQL on ${dir} names no port in postmaster.pid`);
  return Number(line);
}

async function ensureDatabase(url: string, database: string): Promise<void> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** At random, from below the kernel's range for outgoing connections: nobody gets it between here and its use. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
