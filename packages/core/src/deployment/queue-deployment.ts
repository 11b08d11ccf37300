import type { DeploymentAction, DeploymentSource, DeploymentSummary, Principal } from '@jalon/contracts';
import { notifyChange, type Tx } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import type { EnvironmentKey } from '../project/project-access';
import { DEPLOYMENT_SUMMARY, toDeploymentSummary } from './deployment.repository';

export interface QueueDeploymentInput {
  environment: Pick<EnvironmentKey, 'id' | 'slug' | 'projectId'>;
  action: DeploymentAction;
  revisionId: string | null;
  /** Default FILE. */
  source?: DeploymentSource;
  /** What the audit log says beside the number. */
  data?: Record<string, unknown>;
}

/**
 * Writes a deployment that a worker will take, its line in the audit log and the announcement, in the caller's
 * transaction. Without a principal it is the platform's own wish. The environment must be locked (`lockEnvironment`), so that numbers follow each other.
 */
export async function queueDeployment(
  context: CoreContext,
  tx: Tx,
  principal: Principal | null,
  input: QueueDeploymentInput,
): Promise<DeploymentSummary> {
  const { environment, action } = input;
  const last = await tx.deployment.aggregate({
    where: { environmentId: environment.id },
    _max: { number: true },
  });
  const row = await tx.deployment.create({
    data: {
      environmentId: environment.id,
      number: (last._max.number ?? 0) + 1,
      revisionId: input.revisionId,
      action,
      source: input.source,
      requestedById: principal?.userId ?? null,
      queuedAt: context.clock.now(),
    },
    select: DEPLOYMENT_SUMMARY,
  });
  await recordAudit(tx, principal, {
    action: 'deployment.requested',
    subjectType: 'deployment',
    subjectId: row.id,
    projectId: environment.projectId,
    data: { environment: environment.slug, number: row.number, action, source: row.source, ...input.data },
  });
  const { projectId } = environment;
  await notifyChange(tx, { topic: 'deployment', id: row.id, projectId, environmentId: environment.id });
  return toDeploymentSummary(row, new Map(principal ? [[principal.userId, principal.name]] : []));
}

/** Holds the environment until the transaction ends: two people who deploy at once get numbers one after the other. */
export async function lockEnvironment(tx: Tx, environmentId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Environment" WHERE id = ${environmentId}::uuid FOR NO KEY UPDATE`;
}
