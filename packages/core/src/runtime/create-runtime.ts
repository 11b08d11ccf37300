import { type Change, type Clock, systemClock } from '@jalon/contracts';
import { createDb, listenForChanges } from '@jalon/db';
import type { Logger } from '@jalon/logger';
import type { CoreContext } from '../context';

export interface RuntimeOptions {
  databaseUrl: string;
  logger: Logger;
  clock?: Clock;
  /** Called for every change that any process announces. */
  onChange: (change: Change) => void;
  /** Called when the line to the database's announcements goes down or comes back. */
  onLine: (state: 'up' | 'down') => void;
}

export interface Runtime {
  context: CoreContext;
  /** Ends the database connections. */
  close(): Promise<void>;
}

/** Opens what every use case needs, once per process. */
export function createRuntime(options: RuntimeOptions): Runtime {
  const db = createDb(options.databaseUrl);
  const listener = listenForChanges({
    databaseUrl: options.databaseUrl,
    onChange: options.onChange,
    onState: options.onLine,
  });
  return {
    context: { db, clock: options.clock ?? systemClock, logger: options.logger },
    async close() {
      await listener.close();
      await db.close();
    },
  };
}
