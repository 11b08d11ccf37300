import { updateKpiInputSchema } from '@jalon/contracts';
import { updateKpi } from '@jalon/core/kpi';
import { procedure } from '../../procedure';

export const update = procedure('kpi:write')
  .input(updateKpiInputSchema)
  .mutation(({ ctx, input }) => updateKpi(ctx.core, ctx.principal, input));
