import { useCaseIdInputSchema } from '@jalon/contracts';
import { listComments } from '@jalon/core/comment';
import { procedure } from '../../procedure';

export const list = procedure('portfolio:read')
  .input(useCaseIdInputSchema)
  .query(({ ctx, input }) => listComments(ctx.core, ctx.principal, input));
