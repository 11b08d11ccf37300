import { readLinkInput } from '@jalon/contracts';
import { isSetupOpen } from '@jalon/core/people';
import { publicProcedure } from '../../procedure';

/** Public: whoever holds the token of the set-up link may ask whether it still works. */
export const readSetup = publicProcedure
  .input(readLinkInput)
  .query(async ({ ctx, input }) => ({ open: await isSetupOpen(ctx.core, input) }));
