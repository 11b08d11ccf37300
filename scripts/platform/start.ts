import { writeFileSync } from 'node:fs';
import { migrate } from '@jalon/db/migrate';
import type { Home } from '../lib/home.mjs';
import { step } from '../lib/steps.mjs';
import { openDatabase } from './database';
import { choosePorts } from './ports';
import { type Addresses, addressesOf, serviceSpecs } from './services';
import { issueSetupPath } from './setup-link';
import { ensureService } from './start-service';
import { readState, writeState } from './state';

export interface StartOptions {
  home: Home;
  /** Database to use; an embedded one when absent. */
  databaseUrl?: string;
  dockerHost: string;
  /** Port for the pages that must be used. */
  webPort?: number;
  logLevel?: string;
}

export interface StartedPlatform extends Addresses {
  databaseUrl: string;
  secret: string;
  /** A fresh link that makes the first admin; null when there are people, or when all was running. */
  setupUrl: string | null;
  /** True when every process was running already. */
  wasRunning: boolean;
}

/**
 * Brings up database, worker, gateway and web, and leaves them running. What runs already from the same build
 * and with the same settings is left alone, so a second call changes nothing.
 */
export async function startPlatform(options: StartOptions): Promise<StartedPlatform> {
  const { home } = options;
  const state = readState(home);
  const database = await step('PostgreSQL', (onLine) =>
    openDatabase(home, state, options.databaseUrl, onLine),
  );
  await step('Database schema', async () => {
    const applied = await migrate(database.url);
    return { note: applied.length > 0 ? `${applied.length} migrations` : 'up to date' };
  });

  const { ports, notes } = await choosePorts(home, state, options.webPort);
  state.ports = { ...state.ports, ...ports };
  writeState(home, state);
  writeFileSync(home.path('secret'), state.secret, { mode: 0o600 });
  const addresses = addressesOf(ports);
  const input = { home, state, ports, databaseUrl: database.url, dockerHost: options.dockerHost };
  const specs = serviceSpecs({ ...input, logLevel: options.logLevel ?? 'info' });
  const { wasRunning } = await step('Web, worker and gateway', async () => {
    const outcomes = await Promise.all(specs.map((spec) => ensureService(home, spec)));
    const kept = outcomes.every((outcome) => outcome === 'kept');
    return { wasRunning: kept, note: [kept ? 'were running' : addresses.url, ...notes].join('; ') };
  });
  // A link that was printed before stays good as long as the platform runs.
  const setupPath = wasRunning ? null : await issueSetupPath(database.url);
  const setupUrl = setupPath && `${addresses.url}${setupPath}`;
  return { ...addresses, databaseUrl: database.url, secret: state.secret, setupUrl, wasRunning };
}
