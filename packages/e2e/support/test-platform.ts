import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDb } from '@jalon/db';
import { startEmbeddedPostgres } from '@jalon/db/embedded';
import { findEngine } from '../../../scripts/lib/docker/engine.mjs';
import { removeLabelled } from '../../../scripts/lib/docker/remove.mjs';
import { type Home, openHome } from '../../../scripts/lib/home.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { readCommandConfig } from '../../../scripts/platform/command-config';
import { createFreshDatabase } from '../../../scripts/platform/fresh-database';
import { startPlatform } from '../../../scripts/platform/start';
import { readState, writeState } from '../../../scripts/platform/state';
import { stopPlatform } from '../../../scripts/platform/stop';
import { signIn } from '../../../scripts/sample/api-client';
import { loadPortfolio } from '../../../scripts/sample/load';
import { ensureSamplePeople, type SamplePeople, type SamplePersonKey } from '../../../scripts/sample/people';
import { engineLinePath, openEngineLine } from './engine-line';
import { openBrowserNetwork } from './network/open-network';

const PREFIX = 'jalon-e2e-';

/** What a browser test knows of the platform. */
export interface PlatformInfo {
  url: string;
  gatewayUrl: string;
  databaseUrl: string;
  /** Endpoint of the Docker engine. */
  dockerHost: string;
  /** Cuts and mends the worker's way to the engine: see EngineLine. */
  engineLineUrl: string;
  people: SamplePeople;
  /** A file with the signed-in browser of each person. */
  storageStates: Record<SamplePersonKey, string>;
  /** Program that starts Chromium in a network of its own; null where there is none: see openBrowserNetwork. */
  chromium: string | null;
  /** Logs of web, worker and gateway. */
  logs: string;
}

/**
 * A whole platform of its own: temporary folder, free ports, embedded PostgreSQL (or a fresh database on the
 * server of DATABASE_URL), sample people and portfolio.
 */
export async function startTestPlatform(): Promise<{ info: PlatformInfo; stop: () => Promise<void> }> {
  await sweepLeftovers();
  const home = openHome(mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`)));
  const { endpoint: dockerHost } = await findEngine();
  if (!dockerHost)
    throw new Error('No Docker engine answers: run the browser tests through `npm test -- --only browser`');
  await reservePorts(home);
  const given = readCommandConfig(process.env).databaseUrl;
  const database = given ? await createFreshDatabase(given) : null;
  const line = await openEngineLine(dockerHost, engineLinePath(home.dir));
  const platform = await startPlatform({ home, dockerHost: line.endpoint, databaseUrl: database?.url });
  const state = readState(home);
  const people = await ensureSamplePeople(platform.databaseUrl, state.passwords);
  await loadPortfolio(platform.databaseUrl, people);
  const storageStates = await signEveryoneIn(home, platform.url, people);
  const { url, gatewayUrl, databaseUrl } = platform;
  const network = await openBrowserNetwork(
    home.path('browser'),
    [url, gatewayUrl].map((address) => Number(new URL(address).port)),
  );
  const info: PlatformInfo = {
    url,
    gatewayUrl,
    databaseUrl,
    dockerHost,
    engineLineUrl: line.controlUrl,
    people,
    storageStates,
    chromium: network?.executable ?? null,
    logs: home.path('logs'),
  };
  return {
    info,
    stop: async () => {
      await network?.close();
      await takeDown(home, info.databaseUrl);
      await line.close();
      await database?.drop();
    },
  };
}

/** A run that was killed leaves its platform running; its folder's name says which process that was. */
async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (Number.isNaN(pid) || existsSync(`/proc/${pid}`)) continue;
    const home = openHome(join(tmpdir(), name));
    const { databasePassword } = readState(home);
    const options = { dir: home.path('postgres'), password: databasePassword };
    const server = await startEmbeddedPostgres(options).catch(() => null);
    if (server) await takeDown(home, server.url);
    else rmSync(home.dir, { recursive: true, force: true });
  }
}

/** Ports that no other platform on this machine has. */
async function reservePorts(home: Home): Promise<void> {
  const state = readState(home);
  const taken: number[] = [];
  for (const name of ['web', 'gateway', 'worker'] as const) {
    const port = await freePort(taken);
    taken.push(port);
    state.ports[name] = port;
  }
  writeState(home, state);
}

async function signEveryoneIn(
  home: Home,
  url: string,
  people: SamplePeople,
): Promise<PlatformInfo['storageStates']> {
  const files: Partial<PlatformInfo['storageStates']> = {};
  for (const [key, { email, password }] of Object.entries(people) as [
    SamplePersonKey,
    SamplePeople['admin'],
  ][]) {
    const cookie = await signIn(url, email, password);
    const cookies = cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      const rest = {
        domain: 'localhost',
        path: '/',
        expires: -1,
        httpOnly: true,
        secure: false,
        sameSite: 'Lax',
      };
      return { name: pair.slice(0, at), value: pair.slice(at + 1), ...rest };
    });
    const file = home.path('browser', `${key}.json`);
    writeFileSync(file, JSON.stringify({ cookies, origins: [] }), { mode: 0o600 });
    files[key] = file;
  }
  return files as PlatformInfo['storageStates'];
}

/** Ends the processes and removes whatever the tests have deployed, with its data. */
async function takeDown(home: Home, databaseUrl: string): Promise<void> {
  const db = createDb(databaseUrl);
  const environments = await db.environment
    .findMany({ select: { id: true, project: { select: { slug: true } } } })
    .finally(() => db.close());
  await stopPlatform(home);
  const { endpoint } = await findEngine();
  for (const { id, project } of endpoint ? environments : []) {
    await removeLabelled(endpoint ?? '', { environmentId: id, project: project.slug });
  }
  rmSync(home.dir, { recursive: true, force: true });
}
