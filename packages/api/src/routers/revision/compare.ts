import { compareRevisionsInput } from '@jalon/contracts';
import { compareRevisions } from '@jalon/core/revision';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

export const compare = procedure('project:read')
  .input(compareRevisionsInput)
  .query(({ ctx, input }) => compareRevisions(deliveryContext(ctx), ctx.principal, input));
