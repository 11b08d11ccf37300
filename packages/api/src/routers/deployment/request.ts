import { environmentActionInput } from '@jalon/contracts';
import { requestAction } from '@jalon/core/deployment';
import { procedure } from '../../procedure';

/** Stop, start, restart or remove; volumes stay. */
export const request = procedure('deployment:write')
  .input(environmentActionInput)
  .mutation(({ ctx, input }) => requestAction(ctx.core, ctx.principal, input));
