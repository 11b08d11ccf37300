import { deploymentRef } from '@jalon/contracts';
import { getDeployment } from '@jalon/core/deployment';
import { procedure } from '../../procedure';

export const get = procedure('project:read')
  .input(deploymentRef)
  .query(({ ctx, input }) => getDeployment(ctx.core, ctx.principal, input));
