import { tailLogsInput } from '@jalon/contracts';
import { requireEnvironment } from '@jalon/core/project';
import { procedure } from '../../procedure';
import { batchLines } from '../../server/batch-lines';

/**
 * Log lines of an environment as they are written, in batches; until the reader leaves or the session ends. Whoever may
 * not read them is told before the stream begins.
 */
export const tail = procedure('log:read')
  .input(tailLogsInput)
  .subscription(async ({ ctx, input, signal }) => {
    const environment = await requireEnvironment(ctx.core.db, ctx.principal, input.environmentId, 'read');
    const left = signal ?? new AbortController().signal;
    const until = AbortSignal.any([left, ctx.services.watchSession(ctx.session.id, left)]);
    const query = { environmentId: environment.id, service: input.service, tail: input.tail, follow: true };
    return batchLines(ctx.services.worker.logs(query, until));
  });
