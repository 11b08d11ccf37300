import { DomainError, type Principal, type RunDetail, type RunRef } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { personNames } from '../environment/person-names';
import { readableProjects } from '../project/project-access';
import { readRunResult } from './read-result';
import { RUN_SUMMARY, toRunSummary } from './run.repository';

/**
 * One run with its log and what the job reported. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function getRun(context: CoreContext, principal: Principal, input: RunRef): Promise<RunDetail> {
  const row = await context.db.run.findFirst({
    where: { id: input.runId, environment: { project: readableProjects(principal) } },
    select: {
      ...RUN_SUMMARY,
      image: true,
      exitCode: true,
      log: true,
      environment: { select: { slug: true, projectId: true } },
    },
  });
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such run, or it is not in one of your projects.');
  const { image, exitCode, log, ...summary } = row;
  const names = await personNames(context.db, [row.requestedById]);
  return {
    ...toRunSummary(summary, names),
    projectId: row.environment.projectId,
    image,
    exitCode,
    log,
    result: readRunResult(row.result),
  };
}
