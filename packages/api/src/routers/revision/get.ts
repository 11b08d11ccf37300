import { revisionRef } from '@jalon/contracts';
import { getRevision } from '@jalon/core/revision';

import { procedure } from '../../procedure';

export const get = procedure('project:read')
  .input(revisionRef)
  .query(({ ctx, input }) => getRevision(ctx.core, ctx.principal, input));
