import { removeVariableInput } from '@jalon/contracts';
import { removeVariable } from '@jalon/core/variable';
import { procedure } from '../../procedure';

export const remove = procedure('variable:write')
  .input(removeVariableInput)
  .mutation(({ ctx, input }) => removeVariable(ctx.core, ctx.principal, input));
