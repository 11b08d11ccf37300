import { getStackInput } from '@jalon/contracts';
import { getStack } from '@jalon/core/stack';
import { procedure } from '../../procedure';

export const get = procedure('project:read')
  .input(getStackInput)
  .query(({ ctx, input }) => getStack(ctx.core, ctx.principal, input));
