import { useCaseNumberInputSchema } from '@jalon/contracts';
import { getUseCase } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const get = procedure('portfolio:read')
  .input(useCaseNumberInputSchema)
  .query(({ ctx, input }) => getUseCase(ctx.core, ctx.principal, input));
