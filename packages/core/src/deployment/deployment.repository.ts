import type { DeploymentSummary, StepStatus } from '@jalon/contracts';
import type { Db, Prisma } from '@jalon/db';
import { personNames } from '../environment/person-names';

/** Columns of a deployment in a list. */
export const DEPLOYMENT_SUMMARY = {
  id: true,
  environmentId: true,
  number: true,
  action: true,
  source: true,
  status: true,
  requestedById: true,
  errorMessage: true,
  cancelRequestedAt: true,
  queuedAt: true,
  startedAt: true,
  finishedAt: true,
  environment: { select: { slug: true } },
  revision: { select: { number: true, note: true } },
  steps: { select: { status: true } },
} as const satisfies Prisma.DeploymentSelect;

export type DeploymentSummaryRow = Prisma.DeploymentGetPayload<{ select: typeof DEPLOYMENT_SUMMARY }>;

const DONE: readonly StepStatus[] = ['SUCCEEDED', 'SKIPPED'];

/** A row as the contract says it; `names` holds whoever asked for it. */
export function toDeploymentSummary(
  row: DeploymentSummaryRow,
  names: Map<string, string>,
): DeploymentSummary {
  const { requestedById, environment, revision, steps, ...rest } = row;
  return {
    ...rest,
    environment: environment.slug,
    revision: revision?.number ?? null,
    note: revision?.note ?? '',
    requestedBy: requestedById ? (names.get(requestedById) ?? null) : null,
    steps: { total: steps.length, done: steps.filter((step) => DONE.includes(step.status)).length },
  };
}

/** Deployments that match, newest first, with the names of who asked for them. */
export async function findDeployments(
  db: Db,
  where: Prisma.DeploymentWhereInput,
  limit: number,
): Promise<DeploymentSummary[]> {
  const rows = await db.deployment.findMany({
    where,
    orderBy: [{ queuedAt: 'desc' }, { number: 'desc' }],
    take: limit,
    select: DEPLOYMENT_SUMMARY,
  });
  const names = await personNames(
    db,
    rows.map((row) => row.requestedById),
  );
  return rows.map((row) => toDeploymentSummary(row, names));
}
