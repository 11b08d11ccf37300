import { completeSetupInput } from '@jalon/contracts';
import { completeSetup as run } from '@jalon/core/people';
import { publicProcedure } from '../../procedure';

/** Public: the one-time token is the right. */
export const completeSetup = publicProcedure
  .input(completeSetupInput)
  .mutation(({ ctx, input }) => run(ctx.core, input));
