import { listUseCasesInputSchema } from '@jalon/contracts';
import { listUseCases } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const list = procedure('portfolio:read')
  .input(listUseCasesInputSchema)
  .query(({ ctx, input }) => listUseCases(ctx.core, ctx.principal, input));
