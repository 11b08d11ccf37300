import { environmentRef } from '@jalon/contracts';
import { previewRemoval } from '@jalon/core/environment';
import { procedure } from '../../procedure';

/** What would be lost, what stays, and what keeps it from being removed. */
export const removal = procedure('environment:write')
  .input(environmentRef)
  .query(({ ctx, input }) => previewRemoval(ctx.core, ctx.principal, input));
