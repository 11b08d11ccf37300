import { addCommentInputSchema } from '@jalon/contracts';
import { addComment } from '@jalon/core/comment';
import { procedure } from '../../procedure';

export const add = procedure('comment:write')
  .input(addCommentInputSchema)
  .mutation(({ ctx, input }) => addComment(ctx.core, ctx.principal, input));
