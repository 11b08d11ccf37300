import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client';

/** An open transaction. */
export type Tx = Prisma.TransactionClient;

/** Whatever can be queried: the client, or a transaction that a caller has opened. */
export type Db = PrismaClient | Tx;

/** The client that a process makes once. */
export type DbClient = PrismaClient & { close(): Promise<void> };

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Opens a pool on a PostgreSQL database; connections are made when they are first needed, so a
 * database that is down shows at the first query. `close` waits for nothing and drops the pool.
 */
export function createDb(databaseUrl: string): DbClient {
  const adapter = new PrismaPg({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    // An idle pool keeps no process alive; a script that is done ends at once.
    allowExitOnIdle: true,
  });
  const client = new PrismaClient({ adapter });
  return Object.assign(client, { close: () => client.$disconnect() });
}
