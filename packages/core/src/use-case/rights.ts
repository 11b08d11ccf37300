import {
  allows,
  isClosed,
  mayEdit,
  type Principal,
  type UseCaseRights,
  type UseCaseStatus,
  worksOn,
} from '@jalon/contracts';

export { isClosed };

/** What decides who may do what with a use case. */
export interface Ownership {
  ownerId: string;
  contributorIds: readonly string[];
  status: UseCaseStatus;
  /** Members of its project. */
  memberIds: readonly string[];
}

/**
 * What a person may do with a use case. Everybody who sees the portfolio reads it; its owner and an admin
 * write it; contributors write its fields and its KPIs, members of its project its KPIs; nobody but an admin approves
 * their own.
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
    edit: mayEdit(principal, useCase),
    contributors: mayEdit(principal, useCase) && (owns || admin),
    estimate: open && allows(principal.role, 'estimate:write') && (owns || admin),
    kpi:
      open && allows(principal.role, 'kpi:write') && (admin || member || worksOn(principal.userId, useCase)),
    decide,
    approve: decide && (admin || !owns),
  };
}
