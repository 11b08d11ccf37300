import { environmentRef } from '@jalon/contracts';
import { listVolumes } from '@jalon/core/file';
import { procedure } from '../../procedure';

export const volumes = procedure('file:write')
  .input(environmentRef)
  .query(({ ctx, input }) => listVolumes(ctx.core, ctx.principal, input));
