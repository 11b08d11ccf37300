import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { engineIsOurs, stopEngine } from '../lib/docker/engine.mjs';
import { removeLabelled } from '../lib/docker/remove.mjs';
import { main } from '../lib/fail.mjs';
import { home } from '../lib/home.mjs';
import { step } from '../lib/steps.mjs';
import { readState } from '../platform/state';
import { stopPlatform } from '../platform/stop';
import { removeSample } from './remove-sample';

const { values } = parseArgs({ options: { data: { type: 'boolean', default: false } } });

await main(async () => {
  const state = readState(home);
  const { left } = await step('Stack of the sample', (onLine) => removeSample(home, state, onLine));
  if (values.data && left) {
    await step('Volumes and images of the sample', () => removeLabelled(left.endpoint, left));
  }
  await step('Web, worker, gateway and PostgreSQL', async () => {
    const stopped = await stopPlatform(home);
    return { note: stopped.length > 0 ? `stopped ${stopped.join(', ')}` : 'were not running' };
  });
  if (engineIsOurs())
    await step('Docker engine that the demo started', async () => {
      await stopEngine();
    });
  if (values.data) {
    await step('Local data', async () => {
      rmSync(home.dir, { recursive: true, force: true });
      return { note: home.dir };
    });
  }
});
