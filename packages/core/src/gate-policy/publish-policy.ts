import { DomainError, type GatePolicyView, type Principal, type PublishPolicyInput } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { getPolicy } from './get-policy';
import { requirePolicy } from './policy.repository';

/**
 * Publishes a gate's draft: from then on it is immutable, and reviews that begin follow it; those under way keep
 * theirs. Validated by contracts; the caller holds `setting:write`. CONFLICT without a draft; STALE_VERSION when the
 * draft was saved meanwhile; NOT_FOUND.
 */
export async function publishPolicy(
  context: CoreContext,
  principal: Principal,
  { from, revision, note }: PublishPolicyInput,
): Promise<GatePolicyView> {
  return inTransaction(context.db, async (tx) => {
    const policy = await requirePolicy(tx, from);
    const draft = await tx.gatePolicyVersion.findFirst({
      where: { policyId: policy.id, state: 'DRAFT' },
      select: { id: true, number: true },
    });
    if (!draft) throw new DomainError('CONFLICT', 'There is no draft to publish: it was published already.');
    const { count } = await tx.gatePolicyVersion.updateMany({
      where: { id: draft.id, revision, state: 'DRAFT' },
      data: { state: 'PUBLISHED', note, publishedAt: context.clock.now(), authorId: principal.userId },
    });
    if (count === 0) {
      throw new DomainError(
        'STALE_VERSION',
        'The draft was saved again after you opened it. Nothing was published: read it again, then publish.',
      );
    }
    await recordAudit(tx, principal, {
      action: 'gate-policy.published',
      subjectType: 'gate-policy',
      subjectId: policy.id,
      data: { from: policy.from.key, to: policy.to.key, number: draft.number, note },
    });
    return getPolicy({ ...context, db: tx }, { from });
  });
}
