import { useCaseFilterSchema } from '@jalon/contracts';
import { listMatrix } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const matrix = procedure('portfolio:read')
  .input(useCaseFilterSchema)
  .query(({ ctx, input }) => listMatrix(ctx.core, ctx.principal, input));
