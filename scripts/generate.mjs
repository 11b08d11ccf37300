// Generates the Prisma client. The CLI looks for a schema engine that generation never runs, and would
// download it: naming any existing executable keeps it from trying.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { main } from './lib/fail.mjs';
import { rewriteClient } from './lib/prisma/rewrite-client.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
if (status !== 0) process.exit(status ?? 1);
await main(() => rewriteClient(`${root}packages/db/src/generated/internal/class.ts`));
