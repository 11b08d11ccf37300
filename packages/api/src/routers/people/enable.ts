import { personIdInput } from '@jalon/contracts';
import { enablePerson } from '@jalon/core/people';
import { procedure } from '../../procedure';

export const enable = procedure('user:admin')
  .input(personIdInput)
  .mutation(({ ctx, input }) => enablePerson(ctx.core, ctx.principal, input));
