import { useCaseIdInputSchema } from '@jalon/contracts';
import { getGate } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const get = procedure('portfolio:read')
  .input(useCaseIdInputSchema)
  .query(({ ctx, input }) => getGate(ctx.core, ctx.principal, input));
