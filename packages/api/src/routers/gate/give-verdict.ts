import { giveVerdictInputSchema } from '@jalon/contracts';
import { giveVerdict } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const verdict = procedure('gate:review')
  .input(giveVerdictInputSchema)
  .mutation(({ ctx, input }) => giveVerdict(ctx.core, ctx.principal, input));
