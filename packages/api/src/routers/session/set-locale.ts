import { LOCALES } from '@jalon/contracts';
import { setLocale as run } from '@jalon/core/people';
import { z } from 'zod';
import { selfProcedure } from '../../procedure';

export const setLocale = selfProcedure
  .input(z.object({ locale: z.enum(LOCALES) }))
  .mutation(({ ctx, input }) => run(ctx.core, ctx.principal, input));
