import { saveDraftInputSchema } from '@jalon/contracts';
import { saveDraft } from '@jalon/core/draft';
import { procedure } from '../../procedure';

export const save = procedure('use-case:write')
  .input(saveDraftInputSchema)
  .mutation(({ ctx, input }) => saveDraft(ctx.core, ctx.principal, input));
