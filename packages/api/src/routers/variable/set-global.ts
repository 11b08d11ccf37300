import { variableContentSchema } from '@jalon/contracts';
import { setGlobalVariable } from '@jalon/core/variable';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const setGlobal = procedure('setting:write')
  .input(variableContentSchema)
  .mutation(({ ctx, input }) => setGlobalVariable(deliveryContext(ctx), ctx.principal, input));
