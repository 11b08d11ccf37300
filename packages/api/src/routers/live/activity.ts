import { listActivity } from '@jalon/core/live';
import { procedure } from '../../procedure';

export const activity = procedure('project:read').query(({ ctx }) => listActivity(ctx.core, ctx.principal));
