import { listProjectCandidates } from '@jalon/core/project';
import { procedure } from '../../procedure';

export const candidates = procedure('project:create').query(({ ctx }) =>
  listProjectCandidates(ctx.core, ctx.principal),
);
