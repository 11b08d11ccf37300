import { lendApprovalInputSchema } from '@jalon/contracts';
import { lendApproval } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const lend = procedure('gate:review')
  .input(lendApprovalInputSchema)
  .mutation(({ ctx, input }) => lendApproval(ctx.core, ctx.principal, input));
