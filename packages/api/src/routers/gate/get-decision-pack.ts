import { decisionPackInputSchema } from '@jalon/contracts';
import { getDecisionPack } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const pack = procedure('portfolio:read')
  .input(decisionPackInputSchema)
  .query(({ ctx, input }) => getDecisionPack(ctx.core, ctx.principal, input));
