import { changeRoleInput } from '@jalon/contracts';
import { changeRole as run } from '@jalon/core/people';
import { procedure } from '../../procedure';

export const changeRole = procedure('user:admin')
  .input(changeRoleInput)
  .mutation(({ ctx, input }) => run(ctx.core, ctx.principal, input));
