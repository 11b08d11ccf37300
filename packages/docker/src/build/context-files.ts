import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ignore, readIgnore } from './ignore';

/** A file of a build context, as it goes into tar and hash: the same on every machine. */
export interface ContextFile {
  /** Relative, with forward slashes; a folder with nothing in it ends with one. */
  path: string;
  executable: boolean;
  /** Target of a symbolic link; null for a file. What a link leads to is never read. */
  link: string | null;
}

export interface ContextOptions {
  /** Sent whatever .dockerignore says; `<dockerfile>.dockerignore` goes before .dockerignore. */
  dockerfile: string;
  /** Names that are left out anywhere. */
  always: readonly string[];
}

/** Caches and notes that no context of Jalon's own is made of. */
export const NEVER_CONTENT = ['__pycache__', '.git', '.ipynb_checkpoints', '.DS_Store'];

/** Files of a folder in a fixed order, without what its .dockerignore names. Sockets, pipes and devices are no content. */
export async function listContext(folder: string, options: ContextOptions): Promise<ContextFile[]> {
  const { dockerfile, always } = options;
  const ignore = await ignoreOf(folder, dockerfile);
  const needed = new Set([dockerfile, '.dockerignore']);
  const skips = (entry: Dirent, path: string): boolean => {
    if (always.includes(entry.name)) return true;
    if (!entry.isDirectory()) return ignore.excludes(path) && !needed.has(path);
    return ignore.excludesAllOf(path) && ![...needed].some((file) => file.startsWith(`${path}/`));
  };
  const files = await walk(folder, '', { ignore, skips });
  return files.sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** SHA-256 over names, modes and contents. */
export async function hashContext(folder: string, files: readonly ContextFile[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    const digest = createHash('sha256')
      .update(await contentOf(folder, file))
      .digest('hex');
    hash.update(`${JSON.stringify([file.path, file.executable, file.link !== null, digest])}\n`);
  }
  return hash.digest('hex');
}

export function isFolder({ path }: ContextFile): boolean {
  return path.endsWith('/');
}

async function contentOf(folder: string, file: ContextFile): Promise<Buffer> {
  if (file.link !== null) return Buffer.from(file.link);
  return isFolder(file) ? Buffer.alloc(0) : readFile(join(folder, file.path));
}

async function ignoreOf(folder: string, dockerfile: string): Promise<Ignore> {
  const own = await textOf(join(folder, `${dockerfile}.dockerignore`));
  return readIgnore(own ?? (await textOf(join(folder, '.dockerignore'))) ?? '');
}

/** Null where there is no such file; a link is none. */
async function textOf(path: string): Promise<string | null> {
  try {
    const facts = await lstat(path);
    return facts.isFile() ? await readFile(path, 'utf8') : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

interface Rules {
  ignore: Ignore;
  skips: (entry: Dirent, path: string) => boolean;
}

async function walk(folder: string, below: string, rules: Rules): Promise<ContextFile[]> {
  const files: ContextFile[] = [];
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (rules.skips(entry, path)) continue;
    if (entry.isDirectory()) files.push(...(await walk(folder, path, rules)));
    else if (entry.isSymbolicLink())
      files.push({ path, executable: false, link: await readlink(join(folder, path)) });
    else if (entry.isFile())
      files.push({ path, executable: await isExecutable(join(folder, path)), link: null });
  }
  // A Dockerfile may copy a folder that is empty; git keeps none, so an own context has none.
  if (entries.length === 0 && below !== '' && !rules.ignore.excludes(below))
    files.push({ path: `${below}/`, executable: true, link: null });
  return files;
}

async function isExecutable(path: string): Promise<boolean> {
  return ((await lstat(path)).mode & 0o100) !== 0;
}
