import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The bundle that is shipped is the one that is tested. Made once, before any test, so that none starts half a file. */
export default async function buildWorker(): Promise<void> {
  const folder = fileURLToPath(new URL('../..', import.meta.url));
  await promisify(execFile)('npm', ['run', 'build', '--silent'], { cwd: folder });
}
