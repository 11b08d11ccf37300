import { draftIdInputSchema } from '@jalon/contracts';
import { getDraft } from '@jalon/core/draft';
import { procedure } from '../../procedure';

export const get = procedure('use-case:write')
  .input(draftIdInputSchema)
  .query(({ ctx, input }) => getDraft(ctx.core, ctx.principal, input));
