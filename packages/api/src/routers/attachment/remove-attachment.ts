import { attachmentIdInputSchema } from '@jalon/contracts';
import { removeAttachment } from '@jalon/core/attachment';
import { procedure } from '../../procedure';

export const remove = procedure('comment:write')
  .input(attachmentIdInputSchema)
  .mutation(({ ctx, input }) => removeAttachment(ctx.core, ctx.principal, input));
