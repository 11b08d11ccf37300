import { saveStackInput } from '@jalon/contracts';
import { saveStack } from '@jalon/core/stack';
import { procedure } from '../../procedure';

export const save = procedure('stack:write')
  .input(saveStackInput)
  .mutation(({ ctx, input }) => saveStack(ctx.core, ctx.principal, input));
