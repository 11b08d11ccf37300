// Apart from the schemas, so that a page that only asks does not load them.
import { allows, type Principal } from '../access';
import type { UseCaseStatus } from './enums';

/** A rejected or retired use case is a record: it is read, not written. */
export function isClosed(status: UseCaseStatus): boolean {
  return status === 'REJECTED' || status === 'RETIRED';
}

/** Whether a person may change the fields of a use case while it is open: its owner and an admin. */
export function mayEdit(
  principal: Pick<Principal, 'userId' | 'role'>,
  useCase: { ownerId: string; status: UseCaseStatus },
): boolean {
  if (isClosed(useCase.status) || !allows(principal.role, 'use-case:write')) return false;
  return principal.role === 'ADMIN' || useCase.ownerId === principal.userId;
}
