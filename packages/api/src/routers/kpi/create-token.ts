import { createKpiTokenInputSchema } from '@jalon/contracts';
import { createKpiToken } from '@jalon/core/kpi';
import { procedure } from '../../procedure';

export const createToken = procedure('kpi:write')
  .input(createKpiTokenInputSchema)
  .mutation(({ ctx, input }) => createKpiToken(ctx.core, ctx.principal, input));
