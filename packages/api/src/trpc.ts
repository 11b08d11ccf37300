import type { Scope } from '@jalon/contracts';
import { initTRPC } from '@trpc/server';
import type { ApiContext } from './context';
import { type ApiErrorData, toApiError } from './errors';
import { fastSuperjson } from './fast-superjson';

/** Who may call: holders of a scope, anybody signed in about themselves, or anybody at all. */
export type Access = Scope | 'self' | 'public';

export interface ProcedureMeta {
  access: Access;
}

const PING_MS = 10_000;

/** The one tRPC instance: transformer, error shape, event streams. */
export const trpc = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: fastSuperjson,
    // The ping makes proxies keep the stream and lets the browser notice a dead line.
    sse: {
      ping: { enabled: true, intervalMs: PING_MS },
      client: { reconnectAfterInactivityMs: 3 * PING_MS },
    },
    errorFormatter({ shape, error, ctx, path }) {
      const safe = toApiError(error, (errorId, cause) =>
        ctx?.core.logger.error({ errorId, err: cause, path }, 'request failed'),
      );
      const data: ApiErrorData & { httpStatus: number; path?: string } = {
        ...safe.data,
        httpStatus: shape.data.httpStatus,
        path,
      };
      return { ...shape, message: safe.message, data };
    },
  });
