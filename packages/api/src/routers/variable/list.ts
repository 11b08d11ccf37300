import { environmentRef } from '@jalon/contracts';
import { listVariables } from '@jalon/core/variable';
import { procedure } from '../../procedure';

export const list = procedure('variable:write')
  .input(environmentRef)
  .query(({ ctx, input }) => listVariables(ctx.core, ctx.principal, input));
