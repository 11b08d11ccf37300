import { importUseCasesInputSchema } from '@jalon/contracts';
import { importUseCases } from '@jalon/core/use-case-import';
import { procedure } from '../../procedure';

export const importAll = procedure('use-case:write')
  .input(importUseCasesInputSchema)
  .mutation(({ ctx, input }) => importUseCases(ctx.core, ctx.principal, input));
