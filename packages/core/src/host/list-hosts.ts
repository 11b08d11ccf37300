import type { HostView, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { readableProjects } from '../project/project-access';
import { readAllowance } from './read-allowance';

/**
 * Docker hosts with the environments on them that this person may see. Authorized by the API (`host:read`).
 * An endpoint is shown without a user name or password.
 */
export async function listHosts(context: CoreContext, principal: Principal): Promise<HostView[]> {
  const rows = await context.db.dockerHost.findMany({
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      name: true,
      endpoint: true,
      engineVersion: true,
      lastSeenAt: true,
      unreachableSince: true,
      lastError: true,
      infrastructure: true,
      maxClassification: true,
      allowance: true,
      environments: {
        where: { project: readableProjects(principal) },
        orderBy: { createdAt: 'asc' },
        select: { id: true, slug: true, project: { select: { name: true, slug: true } } },
      },
    },
  });
  return rows.map(({ environments, allowance, ...host }) => ({
    ...host,
    allowance: readAllowance(allowance),
    endpoint: host.endpoint.replace(/\/\/[^/@]*@/, '//'),
    environments: environments.map(({ id, slug, project }) => ({
      id,
      slug,
      project: project.name,
      projectSlug: project.slug,
    })),
  }));
}
