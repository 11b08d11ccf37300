import { kpiTokenIdInputSchema } from '@jalon/contracts';
import { revokeKpiToken } from '@jalon/core/kpi';
import { procedure } from '../../procedure';

export const revokeToken = procedure('kpi:write')
  .input(kpiTokenIdInputSchema)
  .mutation(({ ctx, input }) => revokeKpiToken(ctx.core, ctx.principal, input));
