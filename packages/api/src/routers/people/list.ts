import { listPeople } from '@jalon/core/people';
import { procedure } from '../../procedure';

export const list = procedure('user:admin').query(({ ctx }) => listPeople(ctx.core, ctx.principal));
