import { deploymentRef } from '@jalon/contracts';
import { cancelDeployment } from '@jalon/core/deployment';
import { procedure } from '../../procedure';

export const cancel = procedure('deployment:write')
  .input(deploymentRef)
  .mutation(({ ctx, input }) => cancelDeployment(ctx.core, ctx.principal, input));
