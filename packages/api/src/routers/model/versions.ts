import { listModelVersionsInput } from '@jalon/contracts';
import { listModelVersions } from '@jalon/core/model';
import { procedure } from '../../procedure';

export const versions = procedure('project:read')
  .input(listModelVersionsInput)
  .query(({ ctx, input }) => listModelVersions(ctx.core, ctx.principal, input));
