import { samplesSheetSchema } from '@jalon/contracts';
import { previewSamples as preview } from '@jalon/core/kpi-import';
import { procedure } from '../../procedure';

/** A mutation only because of the size of its input: it writes nothing. */
export const previewSamples = procedure('kpi:write')
  .input(samplesSheetSchema)
  .mutation(({ ctx, input }) => preview(ctx.core, ctx.principal, input));
