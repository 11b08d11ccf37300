import { modelTargetInput } from '@jalon/contracts';
import { getModelHealth } from '@jalon/core/model';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const health = procedure('project:read')
  .input(modelTargetInput)
  .query(({ ctx, input }) => getModelHealth(deliveryContext(ctx), ctx.services.models, ctx.principal, input));
