import { portfolioSummaryInputSchema } from '@jalon/contracts';
import { getPortfolioSummary } from '@jalon/core/portfolio';
import { procedure } from '../../procedure';

export const summary = procedure('portfolio:read')
  .input(portfolioSummaryInputSchema)
  .query(({ ctx, input }) => getPortfolioSummary(ctx.core, ctx.principal, input));
