import { removeEnvironmentInput } from '@jalon/contracts';
import { removeEnvironment } from '@jalon/core/environment';
import { procedure } from '../../procedure';

/** Rows go; volumes stay on the host. */
export const remove = procedure('environment:write')
  .input(removeEnvironmentInput)
  .mutation(({ ctx, input }) => removeEnvironment(ctx.core, ctx.principal, input));
