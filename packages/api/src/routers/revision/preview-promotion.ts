import { promotionInput } from '@jalon/contracts';
import { previewPromotion as run } from '@jalon/core/revision';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const previewPromotion = procedure('project:read')
  .input(promotionInput)
  .query(({ ctx, input }) => run(deliveryContext(ctx), ctx.principal, input));
