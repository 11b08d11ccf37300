import { grantApproverInputSchema } from '@jalon/contracts';
import { grantApprover } from '@jalon/core/gate-policy';
import { procedure } from '../../procedure';

export const grant = procedure('setting:write')
  .input(grantApproverInputSchema)
  .mutation(({ ctx, input }) => grantApprover(ctx.core, ctx.principal, input));
