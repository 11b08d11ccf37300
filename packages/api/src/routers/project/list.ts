import { listProjects } from '@jalon/core/project';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const list = procedure('project:read').query(({ ctx }) =>
  listProjects(deliveryContext(ctx), ctx.principal),
);
