import { useCaseIdInputSchema } from '@jalon/contracts';
import { getRealization } from '@jalon/core/realization';
import { procedure } from '../../procedure';

export const get = procedure('portfolio:read')
  .input(useCaseIdInputSchema)
  .query(({ ctx, input }) => getRealization(ctx.core, ctx.principal, input));
