import type { Home } from '../lib/home.mjs';
import { stopProcess } from '../lib/processes.mjs';
import { closeDatabase } from './database';

/** Ends web, gateway, worker and the embedded database of a home, in this order. Containers go on running. */
export async function stopPlatform(home: Home): Promise<string[]> {
  const stopped: string[] = [];
  for (const name of ['web', 'gateway', 'worker']) {
    if (await stopProcess(home, name)) stopped.push(name);
  }
  await closeDatabase(home);
  return stopped;
}
