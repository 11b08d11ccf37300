import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { postgresAccount } from './account';
import { isServerRunning, runPostgres } from './binaries';

/** True when a server runs on this data directory. */
export async function isPostgresRunning(dir: string): Promise<boolean> {
  if (!existsSync(join(dir, 'postmaster.pid'))) return false;
  return isServerRunning({ dir, account: await postgresAccount() });
}

/** Stops the server of a data directory, ending open connections; nothing happens when none runs. */
export async function stopEmbeddedPostgres(dir: string): Promise<void> {
  if (!(await isPostgresRunning(dir))) return;
  const cluster = { dir, account: await postgresAccount() };
  await runPostgres('pg_ctl', cluster, ['stop', '-m', 'fast', '-w', '-t', '30']);
}
