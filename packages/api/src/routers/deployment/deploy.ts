import { deployInput } from '@jalon/contracts';
import { deploy as run } from '@jalon/core/deployment';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const deploy = procedure('deployment:write')
  .input(deployInput)
  .mutation(({ ctx, input }) => run(deliveryContext(ctx), ctx.principal, input));
