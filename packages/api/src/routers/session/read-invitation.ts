import { readLinkInput } from '@jalon/contracts';
import { readInvitation as run } from '@jalon/core/people';
import { publicProcedure } from '../../procedure';

/** Public: whoever holds the token of an invitation may read what it offers. */
export const readInvitation = publicProcedure
  .input(readLinkInput)
  .query(({ ctx, input }) => run(ctx.core, input));
