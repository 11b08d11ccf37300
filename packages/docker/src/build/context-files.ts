import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a build context, as it goes into tar and hash: the same on every machine. */
export interface ContextFile {
  /** Relative, with forward slashes. */
  path: string;
  executable: boolean;
  /** Target of a symbolic link; null for a file. */
  link: string | null;
}

const ALWAYS_EXCLUDED = ['__pycache__', '.git', '.ipynb_checkpoints', '.DS_Store'];

/** Files of a folder in a fixed order, without caches and without what its .dockerignore names, at the top or anywhere. */
export async function listContext(folder: string): Promise<ContextFile[]> {
  const ignored = await readIgnore(folder);
  const files: ContextFile[] = [];
  await walk(folder, '', ignored, files);
  return files.sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** SHA-256 over names, modes and contents. */
export async function hashContext(folder: string, files: readonly ContextFile[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = file.link === null ? await readFile(join(folder, file.path)) : Buffer.from(file.link);
    const digest = createHash('sha256').update(content).digest('hex');
    hash.update(`${JSON.stringify([file.path, file.executable, file.link !== null, digest])}\n`);
  }
  return hash.digest('hex');
}

interface Ignored {
  atTop: Set<string>;
  anywhere: Set<string>;
}

async function readIgnore(folder: string): Promise<Ignored> {
  const hasFile = (await readdir(folder)).includes('.dockerignore');
  const text = hasFile ? await readFile(join(folder, '.dockerignore'), 'utf8') : '';
  const patterns = text
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line !== '' && !line.startsWith('#'));
  const anywhere = patterns.filter((pattern) => pattern.startsWith('**/')).map((pattern) => pattern.slice(3));
  return {
    atTop: new Set(patterns.filter((pattern) => !pattern.startsWith('**/'))),
    anywhere: new Set([...anywhere, ...ALWAYS_EXCLUDED]),
  };
}

async function walk(folder: string, below: string, ignored: Ignored, files: ContextFile[]): Promise<void> {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (ignored.anywhere.has(entry.name) || ignored.atTop.has(path)) continue;
    if (entry.isDirectory()) await walk(folder, path, ignored, files);
    else files.push(await describe(folder, path, entry));
  }
}

async function describe(folder: string, path: string, entry: Dirent): Promise<ContextFile> {
  const full = join(folder, path);
  if (entry.isSymbolicLink()) return { path, executable: false, link: await readlink(full) };
  const { mode } = await lstat(full);
  return { path, executable: (mode & 0o100) !== 0, link: null };
}
