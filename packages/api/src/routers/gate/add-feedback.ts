import { addFeedbackInputSchema } from '@jalon/contracts';
import { addFeedback } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const comment = procedure('gate:review')
  .input(addFeedbackInputSchema)
  .mutation(({ ctx, input }) => addFeedback(ctx.core, ctx.principal, input));
