import { addTechnologyInput } from '@jalon/contracts';
import { addTechnology as run } from '@jalon/core/catalogue';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const addTechnology = procedure('stack:write')
  .input(addTechnologyInput)
  .mutation(({ ctx, input }) => run(deliveryContext(ctx), ctx.principal, input));
