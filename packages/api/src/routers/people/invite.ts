import { invitePersonInput } from '@jalon/contracts';
import { invitePerson } from '@jalon/core/people';
import { procedure } from '../../procedure';

/** Gives the link to copy; the token in it is not shown again. */
export const invite = procedure('user:admin')
  .input(invitePersonInput)
  .mutation(async ({ ctx, input }) => {
    const { token, ...invitation } = await invitePerson(ctx.core, ctx.principal, input);
    return { ...invitation, link: `${ctx.services.urls.web}/invite/${token}` };
  });
