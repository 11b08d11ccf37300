import { DomainError } from '@jalon/contracts';
import type { Db } from '@jalon/db';

/**
 * Refuses an environment whose containers, networks and volumes would bear the names of another one's: they begin with
 * `<project>-<environment>`, so project `a` with `b-test` and project `a-b` with `test` would meet on a host.
 *
 * @throws DomainError CONFLICT
 */
export async function requireFreeNames(db: Db, projectSlug: string, slug: string): Promise<void> {
  const name = `${projectSlug}-${slug}`;
  const [taken] = await db.$queryRaw<{ project: string; environment: string }[]>`
    SELECT p.slug AS project, e.slug AS environment
    FROM "Environment" e JOIN "Project" p ON p.id = e."projectId"
    WHERE p.slug || '-' || e.slug = ${name}
    LIMIT 1`;
  if (!taken) return;
  const isOwn = taken.project === projectSlug;
  throw new DomainError(
    'CONFLICT',
    isOwn
      ? `This project has an environment ${slug} already. Choose another short name.`
      : `Its containers would be called ${name}-…, as those of another project are. Choose another short name.`,
    [{ path: 'slug', message: 'This short name is taken.' }],
  );
}
