// Apart from the schemas, so that a page that only asks does not load them.
import { allows, type Principal } from '../access';
import type { UseCaseStatus } from './enums';

/** A rejected or retired use case is a record: it is read, not written. */
export function isClosed(status: UseCaseStatus): boolean {
  return status === 'REJECTED' || status === 'RETIRED';
}

/** Whether a use case is somebody's work: its owner and its contributors. */
export function worksOn(
  userId: string,
  useCase: { ownerId: string; contributorIds: readonly string[] },
): boolean {
  return useCase.ownerId === userId || useCase.contributorIds.includes(userId);
}

/**
 * Whether a person may change the fields of a use case while it is open: its owner, those who contribute to it as far as
 * their role goes, and an admin.
 */
export function mayEdit(
  principal: Pick<Principal, 'userId' | 'role'>,
  useCase: { ownerId: string; contributorIds: readonly string[]; status: UseCaseStatus },
): boolean {
  if (isClosed(useCase.status) || !allows(principal.role, 'use-case:write')) return false;
  return principal.role === 'ADMIN' || worksOn(principal.userId, useCase);
}
