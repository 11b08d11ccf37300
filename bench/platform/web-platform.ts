import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@jalon/db/migrate';
import { type Home, openHome } from '../../scripts/lib/home.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { openDatabase } from '../../scripts/platform/database';
import { addressesOf, serviceSpecs } from '../../scripts/platform/services';
import { ensureService } from '../../scripts/platform/start-service';
import { readState } from '../../scripts/platform/state';
import { stopPlatform } from '../../scripts/platform/stop';
import { ensureSamplePeople, type SamplePeople } from '../../scripts/sample/people';

export interface WebPlatform {
  home: Home;
  url: string;
  databaseUrl: string;
  people: SamplePeople;
}

/**
 * Runs `work` on pages and API alone: the built web process on a free port with an embedded PostgreSQL in a temporary
 * folder, and the sample people. No worker, no engine. `seed` fills the database before web starts. Removed afterwards.
 */
export async function withWebPlatform<T>(
  seed: (databaseUrl: string, people: SamplePeople) => Promise<void>,
  work: (platform: WebPlatform) => Promise<T>,
): Promise<T> {
  const home = openHome(mkdtempSync(join(tmpdir(), 'jalon-bench-')));
  try {
    const state = readState(home);
    const database = await openDatabase(home, state, undefined, () => undefined);
    await migrate(database.url);
    const people = await ensureSamplePeople(database.url, {});
    await seed(database.url, people);
    writeFileSync(home.path('secret'), state.secret, { mode: 0o600 });
    const web = await freePort([]);
    const ports = { web, gateway: await freePort([web]), worker: await freePort([web]) };
    const input = { home, state, ports, databaseUrl: database.url, dockerHost: '', logLevel: 'warn' };
    const spec = serviceSpecs(input).find(({ name }) => name === 'web');
    if (!spec) throw new Error('there is no web process to start');
    await ensureService(home, spec);
    return await work({ home, url: addressesOf(ports).url, databaseUrl: database.url, people });
  } finally {
    await stopPlatform(home);
    rmSync(home.dir, { recursive: true, force: true });
  }
}
