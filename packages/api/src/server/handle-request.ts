import { DomainError } from '@jalon/contracts';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { toApiError } from '../errors';
import { appRouter } from '../root';
import { checkOrigin } from './check-origin';
import type { Server } from './create-server';

/** More calls than this in one request are not a page's doing. */
const MAX_BATCH_SIZE = 30;

/** Answers one HTTP request for a procedure, or a batch of them, or an event stream. */
export async function handleTrpcRequest(
  server: Server,
  request: Request,
  endpoint: string,
): Promise<Response> {
  const refusal = checkOrigin(request, server.publicUrl);
  if (refusal) return Response.json({ error: refusal }, { status: 403 });
  return fetchRequestHandler({
    endpoint,
    req: request,
    router: appRouter,
    maxBatchSize: MAX_BATCH_SIZE,
    createContext: () =>
      server.createContext(request.headers.get('cookie')).catch((cause: unknown) => {
        // Nothing but the session's row is read here, so it is the database that failed.
        server.logger.error({ err: cause }, 'cannot read the session');
        throw toApiError(
          new DomainError('UNAVAILABLE', 'The database does not answer. Try again in a moment.'),
          () => undefined,
        );
      }),
  });
}
