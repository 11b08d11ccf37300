// npm run audit:verify [-- --expect PLACE:HASH]: is the audit log of this checkout's platform as it was recorded?
// The same as `npx jalon audit verify`, with the database found by itself.
import { main } from './lib/fail.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await main(async () => {
  process.exitCode = await runTypeScript('scripts/platform/audit-main.ts', process.argv.slice(2));
});
