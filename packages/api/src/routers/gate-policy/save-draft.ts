import { savePolicyDraftInputSchema } from '@jalon/contracts';
import { savePolicyDraft } from '@jalon/core/gate-policy';
import { procedure } from '../../procedure';

export const saveDraft = procedure('setting:write')
  .input(savePolicyDraftInputSchema)
  .mutation(({ ctx, input }) => savePolicyDraft(ctx.core, ctx.principal, input));
