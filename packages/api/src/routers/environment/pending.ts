import { environmentRef } from '@jalon/contracts';
import { listPendingChanges } from '@jalon/core/environment';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

/** What is saved and not deployed yet; names only. */
export const pending = procedure('project:read')
  .input(environmentRef)
  .query(({ ctx, input }) => listPendingChanges(deliveryContext(ctx), ctx.principal, input));
