import {
  type Cause,
  type DeploymentDetail,
  type DeploymentRef,
  DomainError,
  ERROR_CODES,
  type ErrorCode,
  FINAL_DEPLOYMENT_STATUSES,
  type Principal,
} from '@jalon/contracts';
import type { CoreContext } from '../context';
import { personNames } from '../environment/person-names';
import { readableProjects } from '../project/project-access';
import { DEPLOYMENT_SUMMARY, toDeploymentSummary } from './deployment.repository';

const STEP = {
  key: true,
  position: true,
  kind: true,
  title: true,
  service: true,
  cause: true,
  status: true,
  progress: true,
  log: true,
  error: true,
  startedAt: true,
  finishedAt: true,
} as const;

/**
 * One deployment with its plan, its steps in order and their logs. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function getDeployment(
  context: CoreContext,
  principal: Principal,
  input: DeploymentRef,
): Promise<DeploymentDetail> {
  const { db } = context;
  const row = await db.deployment.findFirst({
    where: { id: input.deploymentId, environment: { project: readableProjects(principal) } },
    select: {
      ...DEPLOYMENT_SUMMARY,
      planText: true,
      errorCode: true,
      errorLog: true,
      environment: { select: { slug: true, projectId: true } },
      steps: { select: STEP, orderBy: { position: 'asc' } },
    },
  });
  if (!row)
    throw new DomainError('NOT_FOUND', 'There is no such deployment, or it is not in one of your projects.');
  const [names, waitingFor] = await Promise.all([
    personNames(db, [row.requestedById]),
    row.status === 'QUEUED' ? countBefore(context, row) : 0,
  ]);
  return {
    ...toDeploymentSummary(row, names),
    projectId: row.environment.projectId,
    planText: row.planText,
    errorCode: readErrorCode(row.errorCode),
    errorLog: row.errorLog,
    waitingFor,
    // Written by recordPlan alone.
    stepTree: row.steps.map((step) => ({ ...step, cause: step.cause as unknown as Cause })),
  };
}

function countBefore(context: CoreContext, row: { environmentId: string; number: number }): Promise<number> {
  return context.db.deployment.count({
    where: {
      environmentId: row.environmentId,
      number: { lt: row.number },
      status: { notIn: [...FINAL_DEPLOYMENT_STATUSES] },
    },
  });
}

function readErrorCode(text: string | null): ErrorCode | null {
  return ERROR_CODES.find((code) => code === text) ?? null;
}
