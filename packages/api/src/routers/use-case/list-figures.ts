import { useCaseFilterSchema } from '@jalon/contracts';
import { listFigures } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const figures = procedure('portfolio:read')
  .input(useCaseFilterSchema)
  .query(({ ctx, input }) => listFigures(ctx.core, ctx.principal, input));
