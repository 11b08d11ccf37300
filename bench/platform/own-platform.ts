import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Home, openHome } from '../../scripts/lib/home.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPlatform } from '../../scripts/platform/start';
import { readState, writeState } from '../../scripts/platform/state';
import { stopPlatform } from '../../scripts/platform/stop';
import { loadSample } from '../../scripts/sample/load';
import { ensureSamplePeople } from '../../scripts/sample/people';
import { addCancelledHistory } from './history';
import { type Visitor, visit } from './visitor';

export interface MeasuredPlatform {
  home: Home;
  url: string;
  gatewayUrl: string;
  visitor: Visitor;
}

/**
 * Runs `work` on a whole platform of its own: the built processes in a temporary folder on free ports, with an
 * embedded PostgreSQL, the sample people, the sample portfolio and the sample project, nothing deployed. Removed
 * afterwards. `whileEmpty` gets the link that makes the first administrator, before there is one.
 */
export async function withOwnPlatform<T>(
  dockerHost: string,
  work: (platform: MeasuredPlatform) => Promise<T>,
  whileEmpty: (setupUrl: string) => Promise<void> = async () => undefined,
): Promise<T> {
  const home = openHome(mkdtempSync(join(tmpdir(), 'jalon-bench-')));
  try {
    const modelPort = await reservePorts(home);
    const platform = await startPlatform({ home, dockerHost });
    if (platform.setupUrl) await whileEmpty(platform.setupUrl);
    const people = await ensureSamplePeople(platform.databaseUrl, {});
    const { project } = await loadSample({ ...platform, people, modelPort });
    await addCancelledHistory(platform.databaseUrl, project.environmentId);
    const visitor = await visit(platform.url, people.admin.email, people.admin.password);
    return await work({ home, url: platform.url, gatewayUrl: platform.gatewayUrl, visitor });
  } finally {
    await stopPlatform(home);
    rmSync(home.dir, { recursive: true, force: true });
  }
}

/** Ports that no other platform on this machine has; gives one more, for the model. */
async function reservePorts(home: Home): Promise<number> {
  const state = readState(home);
  const taken: number[] = [];
  for (const name of ['web', 'gateway', 'worker'] as const) {
    const port = await freePort(taken);
    taken.push(port);
    state.ports[name] = port;
  }
  writeState(home, state);
  return freePort(taken);
}
