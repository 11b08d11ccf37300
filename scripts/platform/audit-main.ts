import { main } from '../lib/fail.mjs';
import { home } from '../lib/home.mjs';
import { runTypeScript } from '../lib/typescript.mjs';
import { readCommandConfig } from './command-config';
import { closeDatabase, openDatabase } from './database';
import { readState } from './state';

/** Runs the program's own command on the database of this home, which is started for it when it does not run. */
await main(async () => {
  const given = readCommandConfig(process.env).databaseUrl;
  const database = await openDatabase(home, readState(home), given, console.error);
  const words = ['audit', 'verify', ...process.argv.slice(2)];
  process.exitCode = await runTypeScript('apps/cli/src/main.ts', words, {
    env: { ...process.env, DATABASE_URL: database.url },
  });
  if (!given && database.note !== 'was running') await closeDatabase(home);
});
