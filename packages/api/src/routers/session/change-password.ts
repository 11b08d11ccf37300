import { changePasswordInput } from '@jalon/contracts';
import { changePassword as run } from '@jalon/core/people';
import { selfProcedure } from '../../procedure';

export const changePassword = selfProcedure
  .input(changePasswordInput)
  .mutation(({ ctx, input }) => run(ctx.core, ctx.principal, { ...input, sessionId: ctx.session.id }));
