import type { ListRunsInput, Principal, RunPage } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { personNames } from '../environment/person-names';
import { requireProject } from '../project/project-access';
import { listJobs } from './jobs';
import { RUN_SUMMARY, toRunSummary } from './run.repository';

/**
 * Runs of a project, newest first, and the jobs that can be started. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function listRuns(
  context: CoreContext,
  principal: Principal,
  input: ListRunsInput,
): Promise<RunPage> {
  const { db } = context;
  const project = await requireProject(db, principal, input.projectId, 'read');
  const environments = await db.environment.findMany({
    where: { projectId: project.id, id: input.environmentId },
    orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }],
    select: { id: true },
  });
  const [rows, jobs] = await Promise.all([
    db.run.findMany({
      where: {
        environment: { projectId: project.id, id: input.environmentId },
        queuedAt: input.before ? { lt: input.before } : undefined,
      },
      orderBy: { queuedAt: 'desc' },
      take: input.limit,
      select: RUN_SUMMARY,
    }),
    environments[0] ? listJobs(db, environments[0].id) : [],
  ]);
  const names = await personNames(
    db,
    rows.map((row) => row.requestedById),
  );
  return { jobs, runs: rows.map((row) => toRunSummary(row, names)) };
}
