import { portfolioBridgeInputSchema } from '@jalon/contracts';
import { getPortfolioBridge } from '@jalon/core/portfolio';
import { procedure } from '../../procedure';

export const bridge = procedure('portfolio:read')
  .input(portfolioBridgeInputSchema)
  .query(({ ctx, input }) => getPortfolioBridge(ctx.core, ctx.principal, input));
