import { classifyHostInputSchema } from '@jalon/contracts';
import { classifyHost } from '@jalon/core/host';
import { procedure } from '../../procedure';

export const classify = procedure('host:write')
  .input(classifyHostInputSchema)
  .mutation(({ ctx, input }) => classifyHost(ctx.core, ctx.principal, input));
