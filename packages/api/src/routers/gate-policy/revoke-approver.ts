import { revokeApproverInputSchema } from '@jalon/contracts';
import { revokeApprover } from '@jalon/core/gate-policy';
import { procedure } from '../../procedure';

export const revoke = procedure('setting:write')
  .input(revokeApproverInputSchema)
  .mutation(({ ctx, input }) => revokeApprover(ctx.core, ctx.principal, input));
