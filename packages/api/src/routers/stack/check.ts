import { checkStackInput } from '@jalon/contracts';
import { checkStack } from '@jalon/core/stack';
import { procedure } from '../../procedure';

/** Writes nothing; a mutation because the text of a file is too long for an address. */
export const check = procedure('project:read')
  .input(checkStackInput)
  .mutation(({ ctx, input }) => checkStack(ctx.core, ctx.principal, input));
