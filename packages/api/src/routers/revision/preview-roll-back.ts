import { rollBackInput } from '@jalon/contracts';
import { previewRollBack as run } from '@jalon/core/revision';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const previewRollBack = procedure('project:read')
  .input(rollBackInput)
  .query(({ ctx, input }) => run(deliveryContext(ctx), ctx.principal, input));
