import { correctSampleInputSchema } from '@jalon/contracts';
import { correctSample as correct } from '@jalon/core/kpi';
import { procedure } from '../../procedure';

export const correctSample = procedure('kpi:write')
  .input(correctSampleInputSchema)
  .mutation(({ ctx, input }) => correct(ctx.core, ctx.principal, input));
