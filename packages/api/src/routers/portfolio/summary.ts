import { portfolioFilterSchema } from '@jalon/contracts';
import { getPortfolioSummary } from '@jalon/core/portfolio';
import { procedure } from '../../procedure';

export const summary = procedure('portfolio:read')
  .input(portfolioFilterSchema)
  .query(({ ctx, input }) => getPortfolioSummary(ctx.core, ctx.principal, input));
