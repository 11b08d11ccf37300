import { runRef } from '@jalon/contracts';
import { getRun } from '@jalon/core/run';
import { procedure } from '../../procedure';

export const get = procedure('project:read')
  .input(runRef)
  .query(({ ctx, input }) => getRun(ctx.core, ctx.principal, input));
