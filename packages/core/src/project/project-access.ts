import { DomainError, type Principal } from '@jalon/contracts';
import type { Db, Prisma } from '@jalon/db';

export type ProjectAccess = 'read' | 'write';

/** Rows that a person may see: the projects they are a member of or whose use case they own; an admin, all. */
export function readableProjects(principal: Principal): Prisma.ProjectWhereInput {
  if (principal.role === 'ADMIN') return {};
  const { userId } = principal;
  return { OR: [{ members: { some: { userId } } }, { useCase: { ownerId: userId } }] };
}

/** Rows that a person may change: the projects they are a member of; an admin, all. */
export function writableProjects(principal: Principal): Prisma.ProjectWhereInput {
  return principal.role === 'ADMIN' ? {} : { members: { some: { userId: principal.userId } } };
}

const projectsFor: Record<ProjectAccess, (principal: Principal) => Prisma.ProjectWhereInput> = {
  read: readableProjects,
  write: writableProjects,
};

export interface ProjectKey {
  id: string;
  slug: string;
  name: string;
  useCaseId: string;
}

const PROJECT_KEY = { id: true, slug: true, name: true, useCaseId: true } as const;

/**
 * The project, when this person may read or write it. The caller has already checked the role's scope.
 *
 * @throws DomainError NOT_FOUND for a foreign project as for one that does not exist; FORBIDDEN for one that may be
 *   read and not changed
 */
export async function requireProject(
  db: Db,
  principal: Principal,
  projectId: string,
  access: ProjectAccess,
): Promise<ProjectKey> {
  const scope = projectsFor[access](principal);
  const project = await db.project.findFirst({ where: { id: projectId, AND: scope }, select: PROJECT_KEY });
  if (project) return project;
  if (access === 'write') {
    const readable = { id: projectId, AND: readableProjects(principal) };
    if ((await db.project.count({ where: readable })) > 0) throw notAMember();
  }
  throw new DomainError('NOT_FOUND', 'There is no such project, or it is not one of yours.');
}

export interface EnvironmentKey {
  id: string;
  slug: string;
  projectId: string;
  project: ProjectKey;
}

/**
 * The environment with its project, under the same rule as `requireProject`.
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN
 */
export async function requireEnvironment(
  db: Db,
  principal: Principal,
  environmentId: string,
  access: ProjectAccess,
): Promise<EnvironmentKey> {
  const find = (project: Prisma.ProjectWhereInput) =>
    db.environment.findFirst({
      where: { id: environmentId, project },
      select: { id: true, slug: true, projectId: true, project: { select: PROJECT_KEY } },
    });
  const environment = await find(projectsFor[access](principal));
  if (environment) return environment;
  if (access === 'write' && (await find(readableProjects(principal)))) throw notAMember();
  throw new DomainError('NOT_FOUND', 'There is no such environment, or it is not in one of your projects.');
}

function notAMember(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'You may read this project and not change it. Ask one of its members or an admin to add you.',
  );
}
