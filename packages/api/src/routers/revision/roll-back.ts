import { rollBackInput } from '@jalon/contracts';
import { rollBack as run } from '@jalon/core/revision';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const rollBack = procedure('deployment:write')
  .input(rollBackInput)
  .mutation(({ ctx, input }) => run(deliveryContext(ctx), ctx.principal, input));
