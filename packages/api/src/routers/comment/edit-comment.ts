import { editCommentInputSchema } from '@jalon/contracts';
import { editComment } from '@jalon/core/comment';
import { procedure } from '../../procedure';

export const edit = procedure('comment:write')
  .input(editCommentInputSchema)
  .mutation(({ ctx, input }) => editComment(ctx.core, ctx.principal, input));
