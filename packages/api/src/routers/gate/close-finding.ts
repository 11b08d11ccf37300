import { closeFindingInputSchema } from '@jalon/contracts';
import { closeFinding } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const close = procedure('gate:review')
  .input(closeFindingInputSchema)
  .mutation(({ ctx, input }) => closeFinding(ctx.core, ctx.principal, input));
