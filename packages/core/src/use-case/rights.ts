import { allows, type Principal, type UseCaseRights, type UseCaseStatus } from '@jalon/contracts';

/** What decides who may do what with a use case. */
export interface Ownership {
  ownerId: string;
  status: UseCaseStatus;
  /** Members of its project. */
  memberIds: readonly string[];
}

/** A rejected or retired use case is a record: it is read, not written. */
export function isClosed(status: UseCaseStatus): boolean {
  return status === 'REJECTED' || status === 'RETIRED';
}

/**
 * What a person may do with a use case. Everybody who sees the portfolio reads it; its owner and an admin
 * write it; members of its project write its KPIs; nobody but an admin approves their own.
 */
export function useCaseRights(
  principal: Principal,
  useCase: Ownership,
): Omit<UseCaseRights, 'lifecycle' | 'duplicate'> {
  const open = !isClosed(useCase.status);
  const owns = useCase.ownerId === principal.userId;
  const admin = principal.role === 'ADMIN';
  const member = useCase.memberIds.includes(principal.userId);
  const decide = open && allows(principal.role, 'gate:decide');
  return {
    edit: open && allows(principal.role, 'use-case:write') && (owns || admin),
    estimate: open && allows(principal.role, 'estimate:write') && (owns || admin),
    kpi: open && allows(principal.role, 'kpi:write') && (owns || admin || member),
    decide,
    approve: decide && (admin || !owns),
  };
}
