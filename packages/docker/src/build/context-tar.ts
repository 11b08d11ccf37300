import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Header, type Pack, pack as tarPack } from 'tar-stream';
import { type ContextFile, isFolder } from './context-files';

const EPOCH = new Date(0);

/** The context as a tar stream: fixed owner and time, so that the same files give the same bytes and hit the build cache. */
export function packContext(folder: string, files: readonly ContextFile[]): Readable {
  const pack = tarPack();
  fill(pack, folder, files).then(
    () => pack.finalize(),
    (error: Error) => pack.destroy(error),
  );
  return Readable.from(pack, { objectMode: false });
}

async function fill(pack: Pack, folder: string, files: readonly ContextFile[]): Promise<void> {
  for (const file of files) {
    const header = { name: file.path, mtime: EPOCH, uid: 0, gid: 0, mode: file.executable ? 0o755 : 0o644 };
    if (file.link !== null) pack.entry({ ...header, type: 'symlink', linkname: file.link });
    else if (isFolder(file)) pack.entry({ ...header, type: 'directory' });
    else await addFile(pack, header, await readFile(join(folder, file.path)));
  }
}

/** Resolves when the entry has been taken, so that no more than one file waits in memory. */
function addFile(pack: Pack, header: Partial<Header> & { name: string }, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    pack.entry(header, content, (error) => (error ? reject(error) : resolve()));
  });
}
