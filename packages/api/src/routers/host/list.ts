import { listHosts } from '@jalon/core/host';
import { procedure } from '../../procedure';

export const list = procedure('host:read').query(({ ctx }) => listHosts(ctx.core, ctx.principal));
