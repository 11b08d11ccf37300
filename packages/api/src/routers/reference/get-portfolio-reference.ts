import { getPortfolioReference } from '@jalon/core/reference';
import { procedure } from '../../procedure';

export const portfolio = procedure('portfolio:read').query(({ ctx }) =>
  getPortfolioReference(ctx.core, ctx.principal),
);
