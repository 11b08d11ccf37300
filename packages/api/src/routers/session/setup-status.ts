import { needsSetup } from '@jalon/core/people';
import { publicProcedure } from '../../procedure';

/** Public: the sign-in page tells the very first visitor where their set-up link is. */
export const setupStatus = publicProcedure.query(async ({ ctx }) => ({
  needsSetup: await needsSetup(ctx.core),
}));
