import { listViews } from '@jalon/core/saved-view';
import { procedure } from '../../procedure';

export const list = procedure('portfolio:read').query(({ ctx }) => listViews(ctx.core, ctx.principal));
