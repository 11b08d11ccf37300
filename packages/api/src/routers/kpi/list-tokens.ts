import { useCaseIdInputSchema } from '@jalon/contracts';
import { listKpiTokens } from '@jalon/core/kpi';
import { procedure } from '../../procedure';

export const tokens = procedure('kpi:write')
  .input(useCaseIdInputSchema)
  .query(({ ctx, input }) => listKpiTokens(ctx.core, ctx.principal, input));
