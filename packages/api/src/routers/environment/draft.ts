import { environmentDraftInput } from '@jalon/contracts';
import { draftEnvironment } from '@jalon/core/environment';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

/** What a new environment's variables would be, by name. */
export const draft = procedure('environment:write')
  .input(environmentDraftInput)
  .query(({ ctx, input }) => draftEnvironment(deliveryContext(ctx), ctx.principal, input));
