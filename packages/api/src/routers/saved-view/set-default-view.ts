import { defaultViewInputSchema } from '@jalon/contracts';
import { setDefaultView } from '@jalon/core/saved-view';
import { procedure } from '../../procedure';

export const setDefault = procedure('portfolio:read')
  .input(defaultViewInputSchema)
  .mutation(({ ctx, input }) => setDefaultView(ctx.core, ctx.principal, input));
