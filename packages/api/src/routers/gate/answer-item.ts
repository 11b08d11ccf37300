import { answerItemInputSchema } from '@jalon/contracts';
import { answerItem } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const answer = procedure('portfolio:read')
  .input(answerItemInputSchema)
  .mutation(({ ctx, input }) => answerItem(ctx.core, ctx.principal, input));
