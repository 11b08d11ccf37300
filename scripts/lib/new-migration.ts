import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@jalon/db/embedded';
import { diffDatamodels } from '@jalon/db/migrate';

const MIGRATIONS = 'prisma/migrations';
const LAST_SCHEMA = join(MIGRATIONS, 'schema.prisma');

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run new-migration -- name_in_snake_case');
  process.exit(2);
}

const before = existsSync(LAST_SCHEMA) ? readFileSync(LAST_SCHEMA, 'utf8') : null;
const after = readFileSync('prisma/schema.prisma', 'utf8');
const dir = mkdtempSync(join(tmpdir(), 'jalon-diff-'));
const server = await startEmbeddedPostgres({ dir, password: randomBytes(8).toString('hex') });
try {
  const sql = await diffDatamodels(server.url, before, after);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeFileSync(LAST_SCHEMA, after);
  console.log(`${join(folder, 'migration.sql')}: ${sql.split('\n').length} lines`);
} finally {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}
