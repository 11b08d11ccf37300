import { startRunInput } from '@jalon/contracts';
import { seedSampleData } from '@jalon/core/file';
import { startRun } from '@jalon/core/run';
import { deliveryContext } from '../../delivery-context';
import { procedure } from '../../procedure';

/** A sample's own data is put in place first, where its raw volume is still empty. */
export const start = procedure('run:write')
  .input(startRunInput)
  .mutation(async ({ ctx, input }) => {
    await seedSampleData(deliveryContext(ctx), ctx.services.worker, ctx.principal, input);
    return startRun(ctx.core, ctx.principal, input);
  });
