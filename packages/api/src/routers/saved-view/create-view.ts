import { createSavedViewInputSchema } from '@jalon/contracts';
import { createView } from '@jalon/core/saved-view';
import { procedure } from '../../procedure';

export const create = procedure('portfolio:read')
  .input(createSavedViewInputSchema)
  .mutation(({ ctx, input }) => createView(ctx.core, ctx.principal, input));
