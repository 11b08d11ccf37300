import {
  allows,
  DomainError,
  type Principal,
  type ProjectDetail,
  type ProjectSlugInput,
} from '@jalon/contracts';
import type { DeliveryContext } from './delivery-context';
import { findProjects } from './project.repository';
import { readableProjects } from './project-access';

/**
 * One project by its slug, with members and environments. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND for a foreign project too
 */
export async function getProject(
  context: DeliveryContext,
  principal: Principal,
  input: ProjectSlugInput,
): Promise<ProjectDetail> {
  const { db, gatewayUrl } = context;
  const where = { slug: input.slug, AND: readableProjects(principal) };
  const [item] = await findProjects(db, where, gatewayUrl);
  if (!item) throw new DomainError('NOT_FOUND', 'There is no such project, or it is not one of yours.');
  const { description, members } = await db.project.findUniqueOrThrow({
    where: { id: item.id },
    select: {
      description: true,
      members: { select: { userId: true, user: { select: { name: true, role: true } } } },
    },
  });
  const isMember = members.some((member) => member.userId === principal.userId);
  return {
    ...item,
    description,
    members: members.map(({ userId, user }) => ({ userId, name: user.name, role: user.role })),
    writable: (principal.role === 'ADMIN' || isMember) && allows(principal.role, 'stack:write'),
  };
}
