import { addKpiSampleInputSchema } from '@jalon/contracts';
import { addKpiSample } from '@jalon/core/kpi';
import { procedure } from '../../procedure';

export const addSample = procedure('kpi:write')
  .input(addKpiSampleInputSchema)
  .mutation(({ ctx, input }) => addKpiSample(ctx.core, ctx.principal, input));
