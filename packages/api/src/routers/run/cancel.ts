import { runRef } from '@jalon/contracts';
import { cancelRun } from '@jalon/core/run';
import { procedure } from '../../procedure';

export const cancel = procedure('run:write')
  .input(runRef)
  .mutation(({ ctx, input }) => cancelRun(ctx.core, ctx.principal, input));
