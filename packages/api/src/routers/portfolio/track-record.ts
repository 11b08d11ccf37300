import { portfolioSummaryInputSchema } from '@jalon/contracts';
import { getPortfolioTrackRecord } from '@jalon/core/portfolio';
import { procedure } from '../../procedure';

export const trackRecord = procedure('portfolio:read')
  .input(portfolioSummaryInputSchema)
  .query(({ ctx, input }) => getPortfolioTrackRecord(ctx.core, ctx.principal, input));
