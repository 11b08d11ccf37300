import { listAuditFacets } from '@jalon/core/audit';
import { procedure } from '../../procedure';

export const facets = procedure('audit:read').query(({ ctx }) => listAuditFacets(ctx.core, ctx.principal));
