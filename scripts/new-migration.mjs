// Writes the SQL of the next migration: node scripts/new-migration.mjs <name>
// Compares prisma/schema.prisma with prisma/migrations/schema.prisma, which is what the last migration was made from.
// Triggers and reference data are written by hand into the file this makes.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'scripts/lib/new-migration.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
