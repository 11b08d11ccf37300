import { createKpiInputSchema } from '@jalon/contracts';
import { createKpi } from '@jalon/core/kpi';
import { procedure } from '../../procedure';

export const create = procedure('kpi:write')
  .input(createKpiInputSchema)
  .mutation(({ ctx, input }) => createKpi(ctx.core, ctx.principal, input));
