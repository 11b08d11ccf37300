import { verifyRealizationInputSchema } from '@jalon/contracts';
import { verifyRealization } from '@jalon/core/realization';
import { procedure } from '../../procedure';

export const verify = procedure('value:verify')
  .input(verifyRealizationInputSchema)
  .mutation(({ ctx, input }) => verifyRealization(ctx.core, ctx.principal, input));
