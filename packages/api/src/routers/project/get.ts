import { projectSlugInput } from '@jalon/contracts';
import { getProject } from '@jalon/core/project';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const get = procedure('project:read')
  .input(projectSlugInput)
  .query(({ ctx, input }) => getProject(deliveryContext(ctx), ctx.principal, input));
