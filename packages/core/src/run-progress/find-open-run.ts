import type { CoreContext } from '../context';
import { REVISION_SOURCE, toRevisionSource } from '../deployment-progress/find-open-deployment';
import { allowanceOf } from '../host/read-allowance';
import type { OpenRun } from './open-run';

const OPEN = { in: ['QUEUED' as const, 'RUNNING' as const] };

/** Ids of the runs that are not finished, oldest first. */
export async function listOpenRuns(context: CoreContext): Promise<string[]> {
  const rows = await context.db.run.findMany({
    where: { status: OPEN },
    orderBy: { queuedAt: 'asc' },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Numbers of the environment's runs that are not finished. */
export async function listOpenRunNumbers(context: CoreContext, environmentId: string): Promise<number[]> {
  const rows = await context.db.run.findMany({
    where: { environmentId, status: OPEN },
    select: { number: true },
  });
  return rows.map((row) => row.number);
}

/** Null when the run is finished or gone. */
export async function findOpenRun(context: CoreContext, runId: string): Promise<OpenRun | null> {
  const row = await context.db.run.findFirst({
    where: { id: runId, status: OPEN },
    select: {
      id: true,
      number: true,
      service: true,
      job: true,
      status: true,
      containerName: true,
      cancelRequestedAt: true,
      environment: {
        select: {
          id: true,
          slug: true,
          host: { select: { id: true, name: true, endpoint: true, allowance: true } },
          project: { select: { id: true, slug: true, useCaseId: true } },
          currentRevision: {
            select: REVISION_SOURCE,
          },
        },
      },
    },
  });
  if (!row) return null;
  const { environment, cancelRequestedAt, ...run } = row;
  return {
    ...run,
    cancelRequested: cancelRequestedAt !== null,
    environmentId: environment.id,
    environmentSlug: environment.slug,
    projectId: environment.project.id,
    projectSlug: environment.project.slug,
    useCaseId: environment.project.useCaseId,
    host: { ...environment.host, allowance: allowanceOf(environment.host) },
    currentRevision: environment.currentRevision && toRevisionSource(environment.currentRevision),
  };
}

/** True once somebody has asked for the run to be stopped. */
export async function isRunCancelRequested(context: CoreContext, runId: string): Promise<boolean> {
  const row = await context.db.run.findUnique({ where: { id: runId }, select: { cancelRequestedAt: true } });
  return row?.cancelRequestedAt != null;
}
