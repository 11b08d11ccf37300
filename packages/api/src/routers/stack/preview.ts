import { previewPlanInput } from '@jalon/contracts';
import { previewPlan } from '@jalon/core/stack';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const preview = procedure('project:read')
  .input(previewPlanInput)
  .query(({ ctx, input }) => previewPlan(deliveryContext(ctx), ctx.principal, input));
