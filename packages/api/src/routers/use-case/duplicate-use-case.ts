import { duplicateUseCaseInputSchema } from '@jalon/contracts';
import { duplicateUseCase } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const duplicate = procedure('use-case:write')
  .input(duplicateUseCaseInputSchema)
  .mutation(({ ctx, input }) => duplicateUseCase(ctx.core, ctx.principal, input));
