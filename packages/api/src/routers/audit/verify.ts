import { verifyAuditLog } from '@jalon/core/audit';
import { procedure } from '../../procedure';

/** A mutation only in that it must be asked for: it reads the whole log, and changes nothing. */
export const verify = procedure('audit:read').mutation(({ ctx }) => verifyAuditLog(ctx.core, ctx.principal));
