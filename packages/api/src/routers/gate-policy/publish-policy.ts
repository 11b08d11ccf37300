import { publishPolicyInputSchema } from '@jalon/contracts';
import { publishPolicy } from '@jalon/core/gate-policy';
import { procedure } from '../../procedure';

export const publish = procedure('setting:write')
  .input(publishPolicyInputSchema)
  .mutation(({ ctx, input }) => publishPolicy(ctx.core, ctx.principal, input));
