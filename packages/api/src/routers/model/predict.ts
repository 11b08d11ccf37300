import { predictInput } from '@jalon/contracts';
import { predict as run } from '@jalon/core/model';
import { procedure } from '../../procedure';

export const predict = procedure('model:predict')
  .input(predictInput)
  .mutation(({ ctx, input }) => run(ctx.core, ctx.services.models, ctx.principal, input));
