import { createProjectInput } from '@jalon/contracts';
import { createProject } from '@jalon/core/project';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const create = procedure('project:create')
  .input(createProjectInput)
  .mutation(({ ctx, input }) => createProject(deliveryContext(ctx), ctx.principal, input));
