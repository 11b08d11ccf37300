import { listAuditEventsInput } from '@jalon/contracts';
import { listAuditEvents } from '@jalon/core/audit';
import { procedure } from '../../procedure';

export const list = procedure('audit:read')
  .input(listAuditEventsInput)
  .query(({ ctx, input }) => listAuditEvents(ctx.core, ctx.principal, input));
