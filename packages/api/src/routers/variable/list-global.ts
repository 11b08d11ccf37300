import { listGlobalVariables } from '@jalon/core/variable';
import { procedure } from '../../procedure';

export const listGlobal = procedure('setting:write').query(({ ctx }) =>
  listGlobalVariables(ctx.core, ctx.principal),
);
