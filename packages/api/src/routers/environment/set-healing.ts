import { setHealingInput } from '@jalon/contracts';
import { setHealing as setHealingUseCase } from '@jalon/core/drift';
import { procedure } from '../../procedure';

/** Whether drift is put back without being asked. */
export const setHealing = procedure('environment:write')
  .input(setHealingInput)
  .mutation(({ ctx, input }) => setHealingUseCase(ctx.core, ctx.principal, input));
