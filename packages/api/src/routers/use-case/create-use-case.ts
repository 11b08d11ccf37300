import { createUseCaseInputSchema } from '@jalon/contracts';
import { createUseCase } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const create = procedure('use-case:write')
  .input(createUseCaseInputSchema)
  .mutation(({ ctx, input }) => createUseCase(ctx.core, ctx.principal, input));
