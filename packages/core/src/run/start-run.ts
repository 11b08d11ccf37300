import { DomainError, type Principal, type RunSummary, type StartRunInput } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { lockEnvironment } from '../deployment/queue-deployment';
import { requireEnvironment } from '../project/project-access';
import { listJobs } from './jobs';
import { RUN_SUMMARY, toRunSummary } from './run.repository';

/**
 * Queues a job of the revision that the environment runs. Authorized by the API (`run:write`).
 *
 * @throws DomainError NOT_FOUND when there is no such job either · FORBIDDEN · CONFLICT when nothing is deployed
 */
export async function startRun(
  context: CoreContext,
  principal: Principal,
  input: StartRunInput,
): Promise<RunSummary> {
  return inTransaction(context.db, async (tx) => {
    const environment = await requireEnvironment(tx, principal, input.environmentId, 'write');
    await lockEnvironment(tx, environment.id);
    const { desiredState, currentRevisionId } = await tx.environment.findUniqueOrThrow({
      where: { id: environment.id },
      select: { desiredState: true, currentRevisionId: true },
    });
    if (!currentRevisionId || desiredState !== 'RUNNING') {
      throw new DomainError(
        'CONFLICT',
        'The stack does not run here yet. Deploy or start it, then run the job.',
      );
    }
    const jobs = await listJobs(tx, environment.id);
    const job = jobs.find((candidate) => candidate.service === input.service);
    if (!job) {
      const known = jobs.map((candidate) => candidate.service).join(', ') || 'none';
      throw new DomainError(
        'NOT_FOUND',
        `The deployed stack has no job ${input.service}. Its jobs: ${known}.`,
      );
    }
    const last = await tx.run.aggregate({
      where: { environmentId: environment.id },
      _max: { number: true },
    });
    const row = await tx.run.create({
      data: {
        environmentId: environment.id,
        number: (last._max.number ?? 0) + 1,
        service: job.service,
        job: job.job,
        requestedById: principal.userId,
        queuedAt: context.clock.now(),
      },
      select: RUN_SUMMARY,
    });
    const { projectId } = environment;
    await recordAudit(tx, principal, {
      action: 'run.requested',
      subjectType: 'run',
      subjectId: row.id,
      projectId,
      data: { environment: environment.slug, number: row.number, job: job.job },
    });
    await notifyChange(tx, { topic: 'run', id: row.id, projectId, environmentId: environment.id });
    return toRunSummary(row, new Map([[principal.userId, principal.name]]));
  });
}
