import { removeCommentInputSchema } from '@jalon/contracts';
import { removeComment } from '@jalon/core/comment';
import { procedure } from '../../procedure';

export const remove = procedure('comment:write')
  .input(removeCommentInputSchema)
  .mutation(({ ctx, input }) => removeComment(ctx.core, ctx.principal, input));
