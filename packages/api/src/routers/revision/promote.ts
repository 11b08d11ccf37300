import { promoteInput } from '@jalon/contracts';
import { promote as run } from '@jalon/core/revision';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const promote = procedure('deployment:write')
  .input(promoteInput)
  .mutation(({ ctx, input }) => run(deliveryContext(ctx), ctx.principal, input));
