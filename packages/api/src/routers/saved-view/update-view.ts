import { updateSavedViewInputSchema } from '@jalon/contracts';
import { updateView } from '@jalon/core/saved-view';
import { procedure } from '../../procedure';

export const update = procedure('portfolio:read')
  .input(updateSavedViewInputSchema)
  .mutation(({ ctx, input }) => updateView(ctx.core, ctx.principal, input));
