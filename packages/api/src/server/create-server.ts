import {
  createPushLimiter,
  createSignInLimiter,
  type PushLimiter,
  SessionReader,
  type SessionView,
} from '@jalon/auth';
import { createAuthOptions } from '@jalon/auth/options';
import { PUSH_PER_MINUTE } from '@jalon/contracts';
import { createContentStore } from '@jalon/core/catalogue';
import { signIn, signOut } from '@jalon/core/people';
import { readPortfolioAhead } from '@jalon/core/portfolio';
import { createRuntime } from '@jalon/core/runtime';
import { createVariableCipher } from '@jalon/core/variable';
import { createLogger, type Logger, type LogLevel } from '@jalon/logger';
import type { ApiContext } from '../context';
import type { Services } from '../services';
import { ChangeFeed } from './change-feed';
import { createModelClient } from './model-client';
import { createWorkerClient } from './worker-client';

export interface ServerConfig {
  databaseUrl: string;
  logLevel: LogLevel;
  /** Public addresses. */
  url: string;
  gatewayUrl: string;
  /** Where this process reaches the others. */
  gatewayInternalUrl: string;
  workerUrl: string;
  /** Folder that holds docker/ and samples/. */
  contentDir: string;
  /** Keys derived from the installation secret, by purpose. */
  keys: Record<'session' | 'stream' | 'gateway' | 'variables', Buffer>;
}

/** Everything that lives as long as the web process. */
export interface Server {
  services: Services;
  publicUrl: string;
  /** Of the pages, then of the gateway. */
  publicOrigins: string[];
  logger: Logger;
  authOptions: ReturnType<typeof createAuthOptions>;
  /** Who sent a request with this Cookie header. */
  readSession(cookieHeader: string | null): Promise<SessionView | null>;
  /** What procedures are given for a request with this Cookie header. */
  createContext(cookieHeader: string | null): Promise<ApiContext>;
  /** Bounds what tokens push. */
  pushes: PushLimiter;
  /** Reads ahead what the first list and the first page of the portfolio are made of. Throws when the database does not answer. */
  readAhead(): Promise<void>;
  /** Throws when the database does not answer. */
  checkHealth(): Promise<void>;
  close(): Promise<void>;
}

/** Makes database, session reader, change feed and services, once per process. */
export function createServer(config: ServerConfig): Server {
  const logger = createLogger('web', { level: config.logLevel });
  const changes = new ChangeFeed();
  let wasDown = false;
  const runtime = createRuntime({
    databaseUrl: config.databaseUrl,
    logger,
    onChange: (change) => {
      sessions.onChange(change);
      changes.publish({ kind: 'change', change });
    },
    onLine: (state) => {
      if (state === 'up' && wasDown) changes.publish({ kind: 'resynced' });
      wasDown = state === 'down';
    },
  });
  const core = runtime.context;
  const sessions = new SessionReader({ db: core.db, clock: core.clock, key: config.keys.session });
  const services: Services = {
    changes,
    watchSession: (sessionId, until) => sessions.watch(sessionId, until),
    urls: { web: config.url, gateway: config.gatewayUrl },
    worker: createWorkerClient({ url: config.workerUrl, key: config.keys.stream }),
    models: createModelClient({ url: config.gatewayInternalUrl, key: config.keys.gateway }),
    delivery: {
      cipher: createVariableCipher(config.keys.variables),
      content: createContentStore(config.contentDir),
      gatewayUrl: config.gatewayUrl,
    },
  };
  const authOptions = createAuthOptions({
    key: config.keys.session,
    publicUrl: config.url,
    limiter: createSignInLimiter(),
    signIn: (input) => signIn(core, input),
    signOut: async (sessionId) => {
      const session = await sessions.find(sessionId);
      if (session) await signOut(core, session.principal, { sessionId });
    },
    onError: (error) => logger.error({ err: error }, 'sign-in failed on our side'),
  });
  return {
    publicUrl: config.url,
    publicOrigins: [config.url, config.gatewayUrl].map((url) => new URL(url).origin),
    logger,
    services,
    authOptions,
    readSession: (cookieHeader) => sessions.read(cookieHeader),
    createContext: async (cookieHeader) => {
      const view = await sessions.read(cookieHeader);
      return {
        principal: view?.principal ?? null,
        session: view && { id: view.sessionId, email: view.email, locale: view.locale },
        core,
        services,
      };
    },
    pushes: createPushLimiter(PUSH_PER_MINUTE),
    readAhead: () => readPortfolioAhead(core),
    checkHealth: async () => {
      await core.db.$queryRaw`SELECT 1`;
    },
    close: () => runtime.close(),
  };
}
