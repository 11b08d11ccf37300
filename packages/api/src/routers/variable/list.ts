import { environmentRef } from '@jalon/contracts';
import { listVariables } from '@jalon/core/variable';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const list = procedure('variable:write')
  .input(environmentRef)
  .query(({ ctx, input }) => listVariables(deliveryContext(ctx), ctx.principal, input));
