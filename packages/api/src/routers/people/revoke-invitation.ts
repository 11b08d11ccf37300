import { revokeInvitationInput } from '@jalon/contracts';
import { revokeInvitation as run } from '@jalon/core/people';
import { procedure } from '../../procedure';

export const revokeInvitation = procedure('user:admin')
  .input(revokeInvitationInput)
  .mutation(({ ctx, input }) => run(ctx.core, ctx.principal, input));
