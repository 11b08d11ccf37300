import {
  type AnswerItemInput,
  DomainError,
  type GateView,
  type PolicyItem,
  type Principal,
} from '@jalon/contracts';
import type { CoreContext } from '../context';
import { assertMayAnswer } from './round-rights';
import { writeRound } from './write-round';

const WEB = /^https?:\/\/[^\s]+$/i;

function assertFits(item: PolicyItem, { value }: AnswerItemInput): void {
  const refuse = (message: string) => {
    throw new DomainError('VALIDATION', message, [{ path: 'value', message }]);
  };
  if (item.kind === 'CHOICE' && !item.choices?.some((choice) => choice.value === value)) {
    refuse('Choose one of the answers that the gate offers.');
  }
  if (item.kind === 'FILE' && !(WEB.test(value) && URL.canParse(value))) {
    refuse('Give the address of the document, beginning with https:// or http://.');
  }
}

/**
 * Answers an item of the round under way; a later answer takes the place of an earlier one, and with it the approvals
 * that were given on it. Validated by contracts; the caller holds `portfolio:read`. Owner, members of the project or
 * admin, else FORBIDDEN; NOT_FOUND for an item that the policy has not; VALIDATION on `value`; errors of requireOpenRound.
 */
export async function answerItem(
  context: CoreContext,
  principal: Principal,
  input: AnswerItemInput,
): Promise<GateView> {
  return writeRound(context, principal, input.useCaseId, async (tx, { useCase, policy, round }, now) => {
    assertMayAnswer(principal, useCase);
    const item = policy.items.find(({ key }) => key === input.itemKey);
    if (!item || item.kind === 'AUTOMATIC' || item.kind === 'METRIC_CHECK') {
      throw new DomainError('NOT_FOUND', 'The gate asks no such question: Jalon looks at this itself.');
    }
    assertFits(item, input);
    const answer = { value: input.value, label: input.label, authorId: principal.userId, at: now };
    await tx.reviewAnswer.upsert({
      where: { roundId_itemKey: { roundId: round.id, itemKey: item.key } },
      create: { roundId: round.id, itemKey: item.key, ...answer },
      update: answer,
    });
    await tx.reviewRound.update({
      where: { id: round.id },
      data: { revision: { increment: 1 } },
      select: { id: true },
    });
    return { action: 'gate.answered', data: { item: item.key, title: item.title, value: input.value } };
  });
}
