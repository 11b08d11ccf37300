import { acceptInvitationInput } from '@jalon/contracts';
import { acceptInvitation as run } from '@jalon/core/people';
import { publicProcedure } from '../../procedure';

/** Public: the single-use token is the right. */
export const acceptInvitation = publicProcedure
  .input(acceptInvitationInput)
  .mutation(({ ctx, input }) => run(ctx.core, input));
