import { waiveItemInputSchema } from '@jalon/contracts';
import { waiveItem } from '@jalon/core/gate';
import { procedure } from '../../procedure';

export const waive = procedure('gate:decide')
  .input(waiveItemInputSchema)
  .mutation(({ ctx, input }) => waiveItem(ctx.core, ctx.principal, input));
