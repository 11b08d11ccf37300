import { FINAL_DEPLOYMENT_STATUSES } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { allowanceOf } from '../host/read-allowance';
import { readDigests } from '../revision/read-digests';
import { readTextFiles, STACK_SOURCE } from '../stack/stack-source';
import type { OpenDeployment, RevisionSource } from './open-deployment';

/** Columns that `toRevisionSource` takes. */
export const REVISION_SOURCE = {
  ...STACK_SOURCE,
  id: true,
  number: true,
  variables: true,
  imageDigests: true,
} as const;

const OPEN = { notIn: [...FINAL_DEPLOYMENT_STATUSES] };

/** The oldest deployment of the environment that is not finished: queued, or left by a worker that died. */
export async function findOpenDeployment(
  context: CoreContext,
  environmentId: string,
): Promise<OpenDeployment | null> {
  const row = await context.db.deployment.findFirst({
    where: { environmentId, status: OPEN },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      action: true,
      source: true,
      status: true,
      cancelRequestedAt: true,
      errorCode: true,
      errorMessage: true,
      errorLog: true,
      revision: { select: REVISION_SOURCE },
      environment: {
        select: {
          id: true,
          slug: true,
          desiredState: true,
          host: { select: { id: true, name: true, endpoint: true, allowance: true } },
          project: { select: { id: true, slug: true } },
          currentRevision: { select: REVISION_SOURCE },
        },
      },
    },
  });
  if (!row) return null;
  const { environment } = row;
  const { ageMs, begun } = await findProgress(context, row.id);
  return {
    id: row.id,
    number: row.number,
    action: row.action,
    status: row.status,
    environmentId: environment.id,
    environmentSlug: environment.slug,
    desiredState: environment.desiredState,
    projectId: environment.project.id,
    projectSlug: environment.project.slug,
    host: { ...environment.host, allowance: allowanceOf(environment.host) },
    revision: row.revision && toRevisionSource(row.revision),
    currentRevision: environment.currentRevision && toRevisionSource(environment.currentRevision),
    source: row.source,
    // By the age that the database gives it, so that a process whose clock is off compares like with like.
    queuedAt: new Date(context.clock.now().getTime() - ageMs),
    begun,
    cancelRequested: row.cancelRequestedAt !== null,
    errorCode: row.errorCode,
    errorMessage: row.errorMessage,
    errorLog: row.errorLog,
  };
}

async function findProgress({ db }: CoreContext, id: string): Promise<{ ageMs: number; begun: boolean }> {
  const [row] = await db.$queryRaw<{ ageMs: number; begun: boolean }[]>`
    SELECT extract(epoch FROM clock_timestamp() - "queuedAt")::float8 * 1000 AS "ageMs",
      COALESCE(plan -> 'refusals' = '[]', false) AS begun
    FROM "Deployment" WHERE id = ${id}::uuid`;
  return row ?? { ageMs: 0, begun: false };
}

/** Environments that have something to carry out. */
export async function listEnvironmentsWithOpenDeployments(context: CoreContext): Promise<string[]> {
  const rows = await context.db.deployment.findMany({
    where: { status: OPEN },
    distinct: ['environmentId'],
    select: { environmentId: true },
  });
  return rows.map((row) => row.environmentId);
}

/** True once somebody has asked for the deployment to be given up. */
export async function isCancelRequested(context: CoreContext, deploymentId: string): Promise<boolean> {
  const row = await context.db.deployment.findUnique({
    where: { id: deploymentId },
    select: { cancelRequestedAt: true },
  });
  return row?.cancelRequestedAt != null;
}

/** The stored row as the worker reads it: files and digests become plain records. */
export function toRevisionSource(row: {
  id: string;
  number: number;
  composeText: string;
  files: unknown;
  variables: unknown;
  imageDigests: unknown;
}): RevisionSource {
  return { ...row, files: readTextFiles(row.files), imageDigests: readDigests(row.imageDigests) };
}
