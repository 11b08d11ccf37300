import { previewImportInputSchema } from '@jalon/contracts';
import { previewImport } from '@jalon/core/use-case-import';
import { procedure } from '../../procedure';

/** A mutation only because of the size of its input: it writes nothing. */
export const previewImportOf = procedure('use-case:write')
  .input(previewImportInputSchema)
  .mutation(({ ctx, input }) => previewImport(ctx.core, ctx.principal, input));
