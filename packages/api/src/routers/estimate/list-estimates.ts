import { useCaseIdInputSchema } from '@jalon/contracts';
import { listEstimates } from '@jalon/core/estimate';
import { procedure } from '../../procedure';

export const list = procedure('portfolio:read')
  .input(useCaseIdInputSchema)
  .query(({ ctx, input }) => listEstimates(ctx.core, ctx.principal, input));
