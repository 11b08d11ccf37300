import { randomBytes } from 'node:crypto';
import { createDb } from '@jalon/db';

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** An empty database of its own on the server of `serverUrl`, whose account may make databases. */
export async function createFreshDatabase(serverUrl: string): Promise<FreshDatabase> {
  // Made of nothing but our own letters and digits: a name cannot be a parameter.
  const name = `jalon_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE "${name}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const db = createDb(serverUrl);
  try {
    await db.$executeRawUnsafe(statement);
  } finally {
    await db.close();
  }
}
