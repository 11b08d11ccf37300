import { requestReviewInputSchema } from '@jalon/contracts';
import { requestReview } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const request = procedure('portfolio:read')
  .input(requestReviewInputSchema)
  .mutation(({ ctx, input }) => requestReview(ctx.core, ctx.principal, input));
