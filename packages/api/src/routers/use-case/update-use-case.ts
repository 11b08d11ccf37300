import { updateUseCaseInputSchema } from '@jalon/contracts';
import { updateUseCase } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const update = procedure('use-case:write')
  .input(updateUseCaseInputSchema)
  .mutation(({ ctx, input }) => updateUseCase(ctx.core, ctx.principal, input));
