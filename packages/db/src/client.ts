import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client';
import { registerReads } from './read-rows';

/** An open transaction. */
export type Tx = Prisma.TransactionClient;

/** Whatever can be queried: the client, or a transaction that a caller has opened. */
export type Db = PrismaClient | Tx;

/** The client that a process makes once. */
export type DbClient = PrismaClient & { close(): Promise<void> };

/**
 * True of a client, false of an open transaction, which sees what it has written itself and nobody else does. A
 * transaction offers `$transaction` as well, for savepoints, and with Prisma 7.10 the client starts no further transaction
 * after one of those; so the two are told apart by what only a client has.
 */
export const isClient = (db: Db): db is PrismaClient => '$connect' in db;

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** Statements that each connection keeps planned, the first ones that are asked: those of every page come early. */
const PREPARED = 150;
/** Of a transaction: there is nothing to plan, and one message says it. */
const WITHOUT_A_PLAN = /^(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b/;

/** Names the first statements, so that a connection parses and plans them once; the others have no name. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= PREPARED || WITHOUT_A_PLAN.test(sql)) return '';
    const name = `jalon_${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/**
 * Opens a pool on a PostgreSQL database; connections are made when they are first needed, so a
 * database that is down shows at the first query. `close` waits for nothing and drops the pool.
 */
export function createDb(databaseUrl: string): DbClient {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    // An idle pool keeps no process alive; a script that is done ends at once.
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const statementNameGenerator = statementNames();
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }) });
  const close = async (): Promise<void> => {
    await client.$disconnect();
    if (!pool.ended) await pool.end();
  };
  registerReads(client, pool, statementNameGenerator);
  return Object.assign(client, { close });
}
