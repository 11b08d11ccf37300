import { volumeRef } from '@jalon/contracts';
import { listFiles } from '@jalon/core/file';
import { procedure } from '../../procedure';

export const list = procedure('file:write')
  .input(volumeRef)
  .query(({ ctx, input }) => listFiles(ctx.core, ctx.services.worker, ctx.principal, input));
