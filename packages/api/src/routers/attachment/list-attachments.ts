import { useCaseIdInputSchema } from '@jalon/contracts';
import { listAttachments } from '@jalon/core/attachment';
import { procedure } from '../../procedure';

export const list = procedure('portfolio:read')
  .input(useCaseIdInputSchema)
  .query(({ ctx, input }) => listAttachments(ctx.core, ctx.principal, input));
