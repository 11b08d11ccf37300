// npm start [-- --port 3000 | --stop]: the platform, empty, with a one-time link for the first admin.
// Plain Node without dependencies, because it is what installs them.
import { parseArgs } from 'node:util';
import { bootstrap } from './lib/bootstrap.mjs';
import { main } from './lib/fail.mjs';
import { home } from './lib/home.mjs';
import { takeLock } from './lib/lock.mjs';
import { runTypeScript } from './lib/typescript.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string' }, stop: { type: 'boolean', default: false } },
});

await main(async () => {
  takeLock(home, 'npm start');
  if (values.stop) {
    process.exitCode = await runTypeScript('scripts/platform/stop-main.ts', []);
    return;
  }
  const engine = await bootstrap({ engineRequired: false });
  const args = ['--docker-host', engine.endpoint ?? 'unix:///var/run/docker.sock'];
  if (engine.error) args.push('--engine-problem', engine.error.message);
  if (values.port) args.push('--port', values.port);
  process.exitCode = await runTypeScript('scripts/platform/start-main.ts', args);
});
