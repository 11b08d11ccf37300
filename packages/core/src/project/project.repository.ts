import type { ProjectListItem, UseCaseReference } from '@jalon/contracts';
import type { Db, Prisma } from '@jalon/db';
import { findEnvironments } from '../environment/environment.repository';

const PROJECT = {
  id: true,
  slug: true,
  name: true,
  createdAt: true,
  useCase: { select: { id: true, number: true, title: true } },
} as const satisfies Prisma.ProjectSelect;

/** Projects that match, by name, each with its environments. */
export async function findProjects(
  db: Db,
  where: Prisma.ProjectWhereInput,
  gatewayUrl: string,
): Promise<ProjectListItem[]> {
  const projects = await db.project.findMany({ where, orderBy: { name: 'asc' }, select: PROJECT });
  const ids = projects.map((project) => project.id);
  const environments = await findEnvironments(db, { projectId: { in: ids } }, gatewayUrl);
  return projects.map((project) => ({ ...project, environments: environments.get(project.id) ?? [] }));
}

/** Use cases without a project, newest first. */
export async function findUseCasesWithoutProject(
  db: Db,
  where: Prisma.UseCaseWhereInput,
): Promise<UseCaseReference[]> {
  return db.useCase.findMany({
    where: { AND: [{ project: null, status: 'ACTIVE' }, where] },
    orderBy: { number: 'desc' },
    take: 200,
    select: { id: true, number: true, title: true },
  });
}
