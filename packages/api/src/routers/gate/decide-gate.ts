import { decideGateInputSchema } from '@jalon/contracts';
import { decideGate } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const decide = procedure('gate:decide')
  .input(decideGateInputSchema)
  .mutation(({ ctx, input }) => decideGate(ctx.core, ctx.principal, input));
