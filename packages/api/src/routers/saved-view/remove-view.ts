import { savedViewIdInputSchema } from '@jalon/contracts';
import { removeView } from '@jalon/core/saved-view';
import { procedure } from '../../procedure';

export const remove = procedure('portfolio:read')
  .input(savedViewIdInputSchema)
  .mutation(({ ctx, input }) => removeView(ctx.core, ctx.principal, input));
