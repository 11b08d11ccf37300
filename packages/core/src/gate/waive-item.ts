import { DomainError, type GateView, type Principal, type WaiveItemInput } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { useCaseRights } from '../use-case/rights';
import { writeRound } from './write-round';

/**
 * Lets an item pass that Jalon looks at itself, for a reason that is kept. Validated by contracts; the caller holds
 * `gate:decide`. FORBIDDEN for the owner, unless the policy allows self-approval; NOT_FOUND for an item that the policy
 * has not; CONFLICT for one that people answer, and for one that is met; errors of requireOpenRound.
 */
export async function waiveItem(
  context: CoreContext,
  principal: Principal,
  input: WaiveItemInput,
): Promise<GateView> {
  return writeRound(
    context,
    principal,
    input.useCaseId,
    async (tx, { useCase, policy, round, items }, now) => {
      const own = useCase.ownerId === principal.userId && !policy.selfApproval;
      if (own || !useCaseRights(principal, useCase).decide) {
        throw new DomainError(
          'FORBIDDEN',
          'An approver waives this, and nobody does for their own use case.',
        );
      }
      const item = items.find(({ key }) => key === input.itemKey);
      if (!item?.policy) throw new DomainError('NOT_FOUND', 'The gate has no such item.');
      const { kind, title } = item.policy;
      if (kind !== 'AUTOMATIC' && kind !== 'METRIC_CHECK') {
        throw new DomainError('CONFLICT', 'This is a question: it is answered, not waived.');
      }
      if (item.state === 'MET') throw new DomainError('CONFLICT', 'It is met: there is nothing to waive.');
      const waiver = { reason: input.reason, byId: principal.userId, at: now };
      await tx.reviewWaiver.upsert({
        where: { roundId_itemKey: { roundId: round.id, itemKey: item.key } },
        create: { roundId: round.id, itemKey: item.key, ...waiver },
        update: waiver,
      });
      return { action: 'gate.waived', data: { item: item.key, title, reason: input.reason } };
    },
  );
}
