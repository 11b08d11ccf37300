import { useCaseIdInputSchema } from '@jalon/contracts';
import { listUseCaseHistory } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const history = procedure('portfolio:read')
  .input(useCaseIdInputSchema)
  .query(({ ctx, input }) => listUseCaseHistory(ctx.core, ctx.principal, input));
