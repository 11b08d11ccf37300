import { listDeploymentsInput } from '@jalon/contracts';
import { listDeployments } from '@jalon/core/deployment';
import { procedure } from '../../procedure';

export const list = procedure('project:read')
  .input(listDeploymentsInput)
  .query(({ ctx, input }) => listDeployments(ctx.core, ctx.principal, input));
