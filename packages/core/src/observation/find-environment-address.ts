import { DomainError } from '@jalon/contracts';
import type { CoreContext } from '../context';

/** Where an environment's containers are. */
export interface EnvironmentAddress {
  environmentId: string;
  /** `<project>-<environment>`, which prefixes every name on the host. */
  projectName: string;
  endpoint: string;
}

/** @throws DomainError NOT_FOUND */
export async function findEnvironmentAddress(
  context: CoreContext,
  environmentId: string,
): Promise<EnvironmentAddress> {
  const row = await context.db.environment.findUnique({
    where: { id: environmentId },
    select: { slug: true, project: { select: { slug: true } }, host: { select: { endpoint: true } } },
  });
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such environment.');
  return { environmentId, projectName: `${row.project.slug}-${row.slug}`, endpoint: row.host.endpoint };
}
