import type { Clock } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { Logger } from '@jalon/logger';

/**
 * What every use case is given, made once per process. `db` may be a transaction: a use case that is
 * called inside another one joins it.
 */
export interface CoreContext {
  db: Db;
  clock: Clock;
  logger: Logger;
}
