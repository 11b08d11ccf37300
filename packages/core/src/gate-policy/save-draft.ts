import {
  DomainError,
  type GatePolicyView,
  type Principal,
  type SavePolicyDraftInput,
} from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { CHECKS } from '../gate/checks';
import { toJson } from '../json';
import { getPolicy } from './get-policy';
import { type PolicyRow, requirePolicy } from './policy.repository';

/** What a gate passed once and a re-approval may not mix, and checks that do not exist. */
function assertSound({ from, to }: PolicyRow, { content }: SavePolicyDraftInput): void {
  const refuse = (path: string, message: string) =>
    new DomainError('VALIDATION', message, [{ path, message }]);
  if ((from.id === to.id) !== (content.everyMonths !== null)) {
    throw refuse(
      'content.everyMonths',
      'A re-approval says every how many months; a gate to the next stage does not.',
    );
  }
  content.items.forEach(({ kind, check }, index) => {
    if (kind === 'AUTOMATIC' && !Object.hasOwn(CHECKS, check ?? '')) {
      throw refuse(`content.items.${index}.check`, 'Jalon has no such check: choose one of those offered.');
    }
  });
}

/**
 * Saves the draft of a gate's next version; what is published stays in force. Validated by contracts; the caller holds
 * `setting:write`. STALE_VERSION when the draft was saved by somebody else meanwhile; NOT_FOUND; VALIDATION.
 */
export async function savePolicyDraft(
  context: CoreContext,
  principal: Principal,
  input: SavePolicyDraftInput,
): Promise<GatePolicyView> {
  return inTransaction(context.db, async (tx) => {
    const policy = await requirePolicy(tx, input.from);
    assertSound(policy, input);
    await tx.$queryRaw`SELECT id FROM "GatePolicy" WHERE id = ${policy.id}::uuid FOR UPDATE`;
    const [latest] = await tx.gatePolicyVersion.findMany({
      where: { policyId: policy.id },
      orderBy: { number: 'desc' },
      take: 1,
      select: { id: true, number: true, state: true, revision: true },
    });
    const draft = latest?.state === 'DRAFT' ? latest : null;
    if ((draft?.revision ?? 0) !== input.revision) {
      throw new DomainError(
        'STALE_VERSION',
        'Somebody saved or published this draft after you opened it. Nothing was saved: read it again, then save.',
      );
    }
    const { approvals, items, ...rest } = input.content;
    const content = {
      ...rest,
      approvals: toJson(approvals),
      items: toJson(items),
      authorId: principal.userId,
    };
    const number = draft?.number ?? (latest?.number ?? 0) + 1;
    if (draft) {
      await tx.gatePolicyVersion.update({
        where: { id: draft.id },
        data: { ...content, revision: draft.revision + 1 },
        select: { id: true },
      });
    } else {
      await tx.gatePolicyVersion.create({
        data: { ...content, policyId: policy.id, number, createdAt: context.clock.now() },
        select: { id: true },
      });
    }
    await recordAudit(tx, principal, {
      action: 'gate-policy.drafted',
      subjectType: 'gate-policy',
      subjectId: policy.id,
      data: { from: policy.from.key, to: policy.to.key, number },
    });
    return getPolicy({ ...context, db: tx }, input);
  });
}
