import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../embedded';
import { migrate } from '../migrate';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated database that every test database is a copy of. */
    templateUrl: string;
  }
}

const env = z.object({ DATABASE_URL: z.string().optional() });
const PREFIX = 'jalon-test-postgres-';

/**
 * One PostgreSQL for a whole run of tests: the server of DATABASE_URL, or an embedded one on a free port in
 * a temporary folder, so that runs beside each other never meet. Makes the template database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const name = `jalon_template_${randomBytes(6).toString('hex')}`;
  const close = async (): Promise<void> => {
    await onServer(server.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await server.close();
  };
  try {
    await onServer(server.url, `CREATE DATABASE "${name}"`);
    const template = new URL(server.url);
    template.pathname = `/${name}`;
    await migrate(template.href);
    project.provide('templateUrl', template.href);
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

async function openServer(): Promise<{ url: string; close(): Promise<void> }> {
  const given = env.parse(process.env).DATABASE_URL;
  if (given) return { url: given, close: async () => undefined };
  await sweep();
  const dir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };
  const server = await startEmbeddedPostgres({ dir, password: randomBytes(16).toString('hex'), settings });
  return {
    url: server.url,
    close: async () => {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its server behind; its folder's name says which process that was. */
async function sweep(): Promise<void> {
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of left.filter(
    (candidate) => !isAlive(Number(candidate.slice(PREFIX.length).split('-')[0])),
  )) {
    const dir = join(tmpdir(), name);
    await stopEmbeddedPostgres(dir);
    await rm(dir, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
