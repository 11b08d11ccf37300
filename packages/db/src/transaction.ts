import { type Db, isClient, type Tx } from './client';

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
