import { listRunsInput } from '@jalon/contracts';
import { listRuns } from '@jalon/core/run';
import { procedure } from '../../procedure';

export const list = procedure('project:read')
  .input(listRunsInput)
  .query(({ ctx, input }) => listRuns(ctx.core, ctx.principal, input));
