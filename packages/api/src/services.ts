import type { ContentStore } from '@jalon/core/catalogue';
import type { WorkerClient } from '@jalon/core/file';
import type { ModelClient } from '@jalon/core/model';
import type { VariableCipher } from '@jalon/core/variable';
import type { ChangeFeed } from './server/change-feed';

/** What procedures need besides the database. Made once per process in `server/`. */
export interface Services {
  /** Every change that any process announces. */
  changes: ChangeFeed;
  /** A signal that fires when this session ends: for subscriptions. `until` stops the watching. */
  watchSession(sessionId: string, until: AbortSignal): AbortSignal;
  /** Public addresses, for links that a person copies. */
  urls: { web: string; gateway: string };
  /** Logs and files, by way of the worker. */
  worker: WorkerClient;
  /** Model containers, by way of the gateway. */
  models: ModelClient;
  delivery: { cipher: VariableCipher; content: ContentStore; gatewayUrl: string };
}
