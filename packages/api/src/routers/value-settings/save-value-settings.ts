import { saveValueSettingsInputSchema } from '@jalon/contracts';
import { saveValueSettings } from '@jalon/core/value-settings';
import { procedure } from '../../procedure';

export const save = procedure('setting:write')
  .input(saveValueSettingsInputSchema)
  .mutation(({ ctx, input }) => saveValueSettings(ctx.core, ctx.principal, input));
