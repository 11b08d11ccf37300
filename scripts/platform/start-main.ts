import { parseArgs } from 'node:util';
import { main } from '../lib/fail.mjs';
import { home } from '../lib/home.mjs';
import { say } from '../lib/steps.mjs';
import { readCommandConfig } from './command-config';
import { startPlatform } from './start';

const { values } = parseArgs({
  options: {
    'docker-host': { type: 'string', default: 'unix:///var/run/docker.sock' },
    'engine-problem': { type: 'string' },
    port: { type: 'string' },
  },
});

const stopCommand = home.dir.endsWith('/.jalon') ? 'npm run stop' : `JALON_HOME=${home.dir} npm run stop`;

await main(async () => {
  const { databaseUrl, logLevel } = readCommandConfig(process.env);
  const platform = await startPlatform({
    home,
    databaseUrl,
    logLevel,
    dockerHost: values['docker-host'],
    webPort: values.port ? Number(values.port) : undefined,
  });
  say('');
  if (values['engine-problem'])
    say(`${values['engine-problem']}\nUntil then the pages say so, and nothing can be deployed.\n`);
  if (platform.wasRunning) {
    say(`Jalon was running already at ${platform.url}. Nothing was changed.`);
  } else {
    say(`Jalon runs at ${platform.url}`);
    if (platform.setupUrl)
      say(`Make the first admin here (once, within 24 hours):\n\n  ${platform.setupUrl}\n`);
  }
  say(`Logs: ${home.path('logs')}    Stop it: ${stopCommand}`);
});
