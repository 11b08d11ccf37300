import { allowOnHostInputSchema } from '@jalon/contracts';
import { allowOnHost } from '@jalon/core/host';
import { procedure } from '../../procedure';

export const allow = procedure('host:write')
  .input(allowOnHostInputSchema)
  .mutation(({ ctx, input }) => allowOnHost(ctx.core, ctx.principal, input));
