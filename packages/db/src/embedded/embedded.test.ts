import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPostgresRunning, startEmbeddedPostgres, stopEmbeddedPostgres } from './index';

let folder: string;
beforeAll(async () => {
  // Closed to everyone else, as a clone in a home folder is.
  folder = await mkdtemp(join(tmpdir(), 'jalon-embedded-'));
});
afterAll(async () => {
  await stopEmbeddedPostgres(join(folder, 'data'));
  await rm(folder, { recursive: true });
});

async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows[0];
  } finally {
    await client.end();
  }
}

describe('embedded PostgreSQL', () => {
  it('starts, is used as it is the second time, and keeps its data over a restart', async () => {
    const options = { dir: join(folder, 'data'), password: 'pass:word/@' };
    const first = await startEmbeddedPostgres(options);
    expect(first.started).toBe(true);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');

    const second = await startEmbeddedPostgres(options);
    expect(second).toMatchObject({ started: false, port: first.port });

    await second.stop();
    expect(await isPostgresRunning(options.dir)).toBe(false);
    const third = await startEmbeddedPostgres(options);
    expect(third.started).toBe(true);
    expect(await ask(third.url, 'SELECT answer FROM kept')).toEqual({ answer: 42 });
  });

  it('lets nobody in with another password', async () => {
    const { url } = await startEmbeddedPostgres({ dir: join(folder, 'data'), password: 'pass:word/@' });
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });
});
