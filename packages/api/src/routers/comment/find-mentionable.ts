import { findMentionableInputSchema } from '@jalon/contracts';
import { findMentionable } from '@jalon/core/comment';
import { procedure } from '../../procedure';

export const mentionable = procedure('comment:write')
  .input(findMentionableInputSchema)
  .query(({ ctx, input }) => findMentionable(ctx.core, ctx.principal, input));
