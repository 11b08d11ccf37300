import { listRevisionsInput } from '@jalon/contracts';
import { listRevisions } from '@jalon/core/revision';

import { procedure } from '../../procedure';

export const list = procedure('project:read')
  .input(listRevisionsInput)
  .query(({ ctx, input }) => listRevisions(ctx.core, ctx.principal, input));
