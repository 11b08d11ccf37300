import { addExchangeRateInputSchema } from '@jalon/contracts';
import { addExchangeRate } from '@jalon/core/currency';
import { procedure } from '../../procedure';

export const add = procedure('setting:write')
  .input(addExchangeRateInputSchema)
  .mutation(({ ctx, input }) => addExchangeRate(ctx.core, ctx.principal, input));
