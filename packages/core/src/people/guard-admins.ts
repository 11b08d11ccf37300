import { DomainError, type Principal } from '@jalon/contracts';

/**
 * Refuses what would leave the installation without anybody who can administer it: taking the rights of
 * the last active admin, or one's own.
 * @param activeAdmins from `lockActiveAdmins`, taken before the person's own row so that two admins who
 * act on each other wait in the same order.
 */
export function guardAdmins(
  principal: Principal,
  person: { id: string; role: string; disabledAt: Date | null },
  activeAdmins: number,
): void {
  if (person.id === principal.userId) {
    throw new DomainError('CONFLICT', 'You cannot take your own rights away: ask another admin.');
  }
  if (person.role === 'ADMIN' && !person.disabledAt && activeAdmins <= 1) {
    throw new DomainError('CONFLICT', 'This is the last admin: make somebody else an admin first.');
  }
}
