import type { Db, Tx } from './client';
import type { PrismaClient } from './generated/client';

const LIMITS = { maxWait: 5_000, timeout: 20_000 };

/**
 * Runs `work` in one transaction: in the one that `db` already is, or in a new one. When `work` throws,
 * everything it wrote is gone.
 * @param timeout how many milliseconds it may take, for what is known to be long.
 */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>, timeout = LIMITS.timeout): Promise<T> {
  if (!isClient(db)) return work(db);
  return db.$transaction(work, { ...LIMITS, timeout });
}

/**
 * A transaction offers `$transaction` as well, for savepoints, and with Prisma 7.10 the client starts no further
 * transaction after one of those; so the two are told apart by what only a client has.
 */
function isClient(db: Db): db is PrismaClient {
  return '$connect' in db;
}
