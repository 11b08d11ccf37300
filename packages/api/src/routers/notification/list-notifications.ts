import { listNotificationsInputSchema } from '@jalon/contracts';
import { listNotifications } from '@jalon/core/notification';
import { selfProcedure } from '../../procedure';

export const list = selfProcedure
  .input(listNotificationsInputSchema)
  .query(({ ctx, input }) => listNotifications(ctx.core, ctx.principal, input));
