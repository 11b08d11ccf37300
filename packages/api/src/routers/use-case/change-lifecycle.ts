import { changeLifecycleInputSchema } from '@jalon/contracts';
import { changeLifecycle as change } from '@jalon/core/use-case';
import { procedure } from '../../procedure';

export const changeLifecycle = procedure('use-case:write')
  .input(changeLifecycleInputSchema)
  .mutation(({ ctx, input }) => change(ctx.core, ctx.principal, input));
