import { setVariableInput } from '@jalon/contracts';
import { setVariable } from '@jalon/core/variable';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const set = procedure('variable:write')
  .input(setVariableInput)
  .mutation(({ ctx, input }) => setVariable(deliveryContext(ctx), ctx.principal, input));
