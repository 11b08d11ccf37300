import type { Change } from '@jalon/contracts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing';
import { inTransaction } from '../transaction';
import { type ChangeListener, listenForChanges } from './listen';
import { notifyChange } from './notify';

const change = (id: string): Change => ({ topic: 'use-case', id });

let database: TestDatabase;
let listener: ChangeListener;
const heard: string[] = [];
const states: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  listener = listenForChanges({
    databaseUrl: database.url,
    onChange: ({ id }) => heard.push(id),
    onState: (state) => states.push(state),
  });
  await vi.waitFor(() => expect(states).toEqual(['up']));
});
afterAll(async () => {
  await listener.close();
  await database.close();
});

describe('changes', () => {
  it('arrive when the transaction commits, and not when it rolls back', async () => {
    const undone = inTransaction(database.db, async (tx) => {
      await notifyChange(tx, change('undone'));
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await inTransaction(database.db, async (tx) => {
      await notifyChange(tx, change('done'));
      await inTransaction(tx, (inner) => notifyChange(inner, change('joined')));
    });
    await vi.waitFor(() => expect(heard).toEqual(['done', 'joined']));
  });

  it('are ignored when they are not changes', async () => {
    await database.db.$executeRaw`SELECT pg_notify('jalon_changes', 'nonsense')`;
    await database.db.$executeRaw`SELECT pg_notify('jalon_changes', '{"topic":"weather","id":"x"}')`;
    await notifyChange(database.db, change('after'));
    await vi.waitFor(() => expect(heard.at(-1)).toBe('after'));
    expect(heard).toEqual(['done', 'joined', 'after']);
  });

  it('go on after the connection is cut', async () => {
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`);
    await admin.end();
    await vi.waitFor(() => expect(states).toEqual(['up', 'down', 'up']), { timeout: 5_000 });
    await notifyChange(database.db, change('again'));
    await vi.waitFor(() => expect(heard.at(-1)).toBe('again'));
  });
});
