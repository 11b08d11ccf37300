import { useCaseIdInputSchema } from '@jalon/contracts';
import { listKpis } from '@jalon/core/kpi';
import { procedure } from '../../procedure';

export const list = procedure('portfolio:read')
  .input(useCaseIdInputSchema)
  .query(({ ctx, input }) => listKpis(ctx.core, ctx.principal, input));
