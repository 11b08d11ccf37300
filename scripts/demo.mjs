// npm run demo [-- --json] | -- --down [--data]: the whole chain on real parts, from nothing to a measured KPI.
// Plain Node without dependencies, because it is what installs them.
import { parseArgs } from 'node:util';
import { bootstrap } from './lib/bootstrap.mjs';
import { main, Refusal } from './lib/fail.mjs';
import { home } from './lib/home.mjs';
import { takeLock } from './lib/lock.mjs';
import { runTypeScript } from './lib/typescript.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    down: { type: 'boolean', default: false },
    data: { type: 'boolean', default: false },
  },
});

await main(async () => {
  if (values.data && !values.down) throw new Refusal('--data goes with --down: it removes the data as well.');
  takeLock(home, 'npm run demo');
  if (values.down) {
    process.exitCode = await runTypeScript('scripts/demo/down.ts', values.data ? ['--data'] : []);
    return;
  }
  const began = String(Date.now());
  const engine = await bootstrap({ engineRequired: true });
  const args = ['--docker-host', engine.endpoint, '--began', began];
  if (values.json) args.push('--json');
  process.exitCode = await runTypeScript('scripts/demo/main.ts', args);
});
