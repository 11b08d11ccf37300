import { personIdInput } from '@jalon/contracts';
import { disablePerson } from '@jalon/core/people';
import { procedure } from '../../procedure';

export const disable = procedure('user:admin')
  .input(personIdInput)
  .mutation(({ ctx, input }) => disablePerson(ctx.core, ctx.principal, input));
