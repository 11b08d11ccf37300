import { updateManyInputSchema } from '@jalon/contracts';
import { updateManyUseCases } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const updateMany = procedure('use-case:write')
  .input(updateManyInputSchema)
  .mutation(({ ctx, input }) => updateManyUseCases(ctx.core, ctx.principal, input));
