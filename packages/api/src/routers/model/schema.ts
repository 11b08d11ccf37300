import { modelTargetInput } from '@jalon/contracts';
import { getModelSchema } from '@jalon/core/model';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const schema = procedure('model:predict')
  .input(modelTargetInput)
  .query(({ ctx, input }) => getModelSchema(deliveryContext(ctx), ctx.services.models, ctx.principal, input));
