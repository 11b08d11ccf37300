import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PostgresAccount } from './binaries';

const run = promisify(execFile);
const NAME = 'postgres';

/** The account PostgreSQL runs under: our own, or as root the system account `postgres`, made where it is missing. */
export async function postgresAccount(): Promise<PostgresAccount | null> {
  if (process.getuid?.() !== 0) return null;
  const existing = await lookUp();
  if (existing) return existing;
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    NAME,
  ]);
  const made = await lookUp();
  if (!made)
    throw new Error(`useradd made no account named ${NAME}: run as another user, or set DATABASE_URL`);
  return made;
}

async function lookUp(): Promise<PostgresAccount | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}
