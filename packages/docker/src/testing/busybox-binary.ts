import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INSTALLED = ['/bin/busybox', '/usr/bin/busybox'];

/** A busybox that needs no library: the machine's own, or the one in the distribution's package, which is not installed. */
export async function readBusybox(): Promise<Buffer> {
  for (const path of INSTALLED) {
    const binary = await readFile(path).catch(() => null);
    if (binary && !binary.includes('ld-linux')) return binary;
  }
  return fromPackage();
}

async function fromPackage(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-busybox-'));
  try {
    await run('apt-get', ['download', 'busybox-static'], { cwd: folder, timeout: 120_000 });
    const archive = (await readdir(folder)).find((name) => name.endsWith('.deb'));
    if (!archive) throw new Error('apt-get downloaded no busybox-static');
    await run('dpkg-deb', ['-x', archive, 'unpacked'], { cwd: folder });
    return await readFile(join(folder, 'unpacked/bin/busybox'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The engine tests need a static busybox: apt-get install busybox-static (${reason})`, {
      cause: error,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
