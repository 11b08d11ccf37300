import { draftIdInputSchema } from '@jalon/contracts';
import { discardDraft } from '@jalon/core/draft';
import { procedure } from '../../procedure';

export const discard = procedure('use-case:write')
  .input(draftIdInputSchema)
  .mutation(({ ctx, input }) => discardDraft(ctx.core, ctx.principal, input));
