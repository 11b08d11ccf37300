import { DomainError, type Principal, type RealizationView, useCaseReference } from '@jalon/contracts';
import type { ApprovalRight } from '../gate/approvals';

interface Owned {
  number: number;
  ownerId: string;
}

/**
 * Whether a person may speak for finance on a use case: who approves for finance by role, by name or by a right lent to
 * them, and does not own it; nor may whoever its owner has lent the right to.
 */
export function financeRight(
  rights: readonly ApprovalRight[],
  principal: Principal,
  useCase: Owned,
): { right: RealizationView['right']; lenderId: string | null } {
  const finance = rights.filter(({ role }) => role === 'FINANCE');
  if (finance.length === 0) return { right: 'NOT_FINANCE', lenderId: null };
  if (useCase.ownerId === principal.userId) return { right: 'OWN', lenderId: null };
  const usable = finance.find(({ lenderId }) => lenderId !== useCase.ownerId);
  return usable ? { right: 'YES', lenderId: usable.lenderId } : { right: 'OWN', lenderId: null };
}

/** Whose lent right it is, or null for one's own. FORBIDDEN without the right, saying why. */
export function requireFinance(
  rights: readonly ApprovalRight[],
  principal: Principal,
  useCase: Owned,
): string | null {
  const { right, lenderId } = financeRight(rights, principal, useCase);
  if (right === 'YES') return lenderId;
  const why =
    right === 'OWN'
      ? `Nobody verifies the value of their own use case: somebody else of finance does so for ${useCaseReference(useCase.number)}.`
      : 'Only who approves for finance verifies values. An admin names them under Gates.';
  throw new DomainError('FORBIDDEN', why);
}
