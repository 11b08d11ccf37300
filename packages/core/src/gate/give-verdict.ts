import { DomainError, type GateView, type GiveVerdictInput, type Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { approvalRights, rightsAt } from './approvals';
import { writeRound } from './write-round';

/**
 * Approves the round under way in a role, or objects to it; a later verdict of the same person takes the place of an
 * earlier one. Validated by contracts; the caller holds `gate:review`. FORBIDDEN without the right to the role, which
 * nobody has on their own use case; STALE_VERSION when an answer has changed since it was read; VALIDATION for an
 * objection without a comment; errors of requireOpenRound.
 */
export async function giveVerdict(
  context: CoreContext,
  principal: Principal,
  input: GiveVerdictInput,
): Promise<GateView> {
  return writeRound(context, principal, input.useCaseId, async (tx, { useCase, policy, round }, now) => {
    const rights = rightsAt(await approvalRights(tx, principal, now), principal, useCase, policy);
    const right = rights.find(({ role }) => role === input.role);
    if (!right) {
      throw new DomainError(
        'FORBIDDEN',
        'You do not approve in this role here: nobody approves their own use case, and an admin says who approves.',
      );
    }
    if (round.revision !== input.revision) {
      throw new DomainError(
        'STALE_VERSION',
        'An answer was changed after you opened this. Nothing was saved: read the answers again.',
        [{ path: 'revision', message: 'There are newer answers.' }],
      );
    }
    if (input.verdict === 'OBJECTED' && !input.comment) {
      const message = 'Say what you object to.';
      throw new DomainError('VALIDATION', message, [{ path: 'comment', message }]);
    }
    const { role, verdict, comment, revision } = input;
    const given = { role, verdict, comment, revision, onBehalfOf: right.lenderId, at: now };
    await tx.reviewApproval.upsert({
      where: { roundId_userId: { roundId: round.id, userId: principal.userId } },
      create: { roundId: round.id, userId: principal.userId, ...given },
      update: given,
    });
    return {
      action: verdict === 'APPROVED' ? 'gate.approved' : 'gate.objected',
      data: { role, comment, onBehalfOf: right.lenderId },
    };
  });
}
