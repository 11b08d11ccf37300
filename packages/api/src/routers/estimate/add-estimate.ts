import { addEstimateInputSchema } from '@jalon/contracts';
import { addEstimate } from '@jalon/core/estimate';
import { procedure } from '../../procedure';

export const add = procedure('estimate:write')
  .input(addEstimateInputSchema)
  .mutation(({ ctx, input }) => addEstimate(ctx.core, ctx.principal, input));
