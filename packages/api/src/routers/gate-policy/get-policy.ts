import { policyStageInputSchema } from '@jalon/contracts';
import { getPolicy } from '@jalon/core/gate-policy';
import { procedure } from '../../procedure';

export const get = procedure('setting:write')
  .input(policyStageInputSchema)
  .query(({ ctx, input }) => getPolicy(ctx.core, input));
