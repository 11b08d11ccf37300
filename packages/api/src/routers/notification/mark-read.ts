import { markReadInputSchema } from '@jalon/contracts';
import { markRead } from '@jalon/core/notification';
import { selfProcedure } from '../../procedure';

export const markReadOf = selfProcedure
  .input(markReadInputSchema)
  .mutation(({ ctx, input }) => markRead(ctx.core, ctx.principal, input));
