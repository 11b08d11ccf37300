import { listDrafts } from '@jalon/core/draft';
import { procedure } from '../../procedure';

export const list = procedure('use-case:write').query(({ ctx }) => listDrafts(ctx.core, ctx.principal));
