import { createEnvironmentInput } from '@jalon/contracts';
import { createEnvironment } from '@jalon/core/environment';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const create = procedure('environment:write')
  .input(createEnvironmentInput)
  .mutation(({ ctx, input }) => createEnvironment(deliveryContext(ctx), ctx.principal, input));
