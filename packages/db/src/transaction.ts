import type { Db, Tx } from './client';

const LIMITS = { maxWait: 5_000, timeout: 20_000 };

/**
 * Runs `work` in one transaction: in the one that `db` already is, or in a new one. When `work` throws,
 * everything it wrote is gone.
 */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!('$transaction' in db)) return work(db);
  return db.$transaction(work, LIMITS);
}
