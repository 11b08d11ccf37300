import { samplesSheetSchema } from '@jalon/contracts';
import { importSamples as importAll } from '@jalon/core/kpi-import';
import { procedure } from '../../procedure';

export const importSamples = procedure('kpi:write')
  .input(samplesSheetSchema)
  .mutation(({ ctx, input }) => importAll(ctx.core, ctx.principal, input));
