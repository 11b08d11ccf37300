import { findByNameInput } from '@jalon/contracts';
import { findByName } from '@jalon/core/search';
import { procedure } from '../../procedure';

export const find = procedure('portfolio:read')
  .input(findByNameInput)
  .query(({ ctx, input }) => findByName(ctx.core, ctx.principal, input));
