import type { AddFeedbackInput, GateView, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { writeRound } from './write-round';

/**
 * Says something about the round under way. Validated by contracts; the caller holds `gate:review`. Errors of
 * requireOpenRound.
 */
export async function addFeedback(
  context: CoreContext,
  principal: Principal,
  { useCaseId, text }: AddFeedbackInput,
): Promise<GateView> {
  return writeRound(context, principal, useCaseId, async (tx, { round }, at) => {
    await tx.reviewFeedback.create({
      data: { roundId: round.id, authorId: principal.userId, text, at },
      select: { id: true },
    });
    return { action: 'gate.commented', data: { text } };
  });
}
