import type { Invitation, Person, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { findPeople } from './people.repository';

export interface PeopleList {
  people: Person[];
  /** Not accepted yet; those that have expired are among them. */
  invitations: Invitation[];
}

/** Everybody who has an account or an invitation. The caller holds `user:admin`. */
export async function listPeople(context: CoreContext, _principal: Principal): Promise<PeopleList> {
  const people = await findPeople(context.db, context.clock.now());
  const invitations = await context.db.invitation.findMany({
    where: { acceptedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true, email: true, name: true, role: true, expiresAt: true, createdAt: true },
  });
  return { people, invitations };
}
