import { globalVariableRef } from '@jalon/contracts';
import { removeGlobalVariable } from '@jalon/core/variable';
import { procedure } from '../../procedure';

export const removeGlobal = procedure('setting:write')
  .input(globalVariableRef)
  .mutation(({ ctx, input }) => removeGlobalVariable(ctx.core, ctx.principal, input));
