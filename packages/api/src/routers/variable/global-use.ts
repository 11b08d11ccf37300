import { globalVariableRef } from '@jalon/contracts';
import { getGlobalUse } from '@jalon/core/variable';
import { procedure } from '../../procedure';

export const globalUse = procedure('setting:write')
  .input(globalVariableRef)
  .query(({ ctx, input }) => getGlobalUse(ctx.core, ctx.principal, input));
