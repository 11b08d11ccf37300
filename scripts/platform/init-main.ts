import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the secrets of a container installation, once: a file that is there is never written again. */
const folder = process.argv[2] ?? '/run/jalon';
const READABLE_BY_THE_GROUP = 0o640;

makeOnce('secret', () => randomBytes(32).toString('hex'));
makeOnce('database-password', () => randomBytes(24).toString('hex'));
makeOnce('database-url', () => {
  const password = readFileSync(join(folder, 'database-password'), 'utf8').trim();
  return `postgresql://jalon:${password}@database.jalon.internal:5432/jalon`;
});

/** Written beside its place and linked: whole or not at all, and never over another. */
function makeOnce(name: string, content: () => string): void {
  const path = join(folder, name);
  if (existsSync(path)) return;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${content()}\n`, { mode: READABLE_BY_THE_GROUP });
  linkSync(draft, path);
  rmSync(draft);
  console.info(`made ${path}`);
}
