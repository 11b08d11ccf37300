import { type DeployInput, type DeploymentSummary, DomainError, type Principal } from '@jalon/contracts';
import { inTransaction, type Tx } from '@jalon/db';
import type { DeliveryContext } from '../project/delivery-context';
import { type EnvironmentKey, requireEnvironment } from '../project/project-access';
import { previewPlan } from '../stack/preview-plan';
import { readStackSource, STACK_SOURCE } from '../stack/stack-source';
import { snapshotVariables } from '../variable/variable.repository';
import { makeRevision } from './make-revision';
import { lockEnvironment, queueDeployment } from './queue-deployment';
import { refuseUnlessDeployable } from './refuse-plan';

/**
 * Queues the saved file for an environment: an immutable revision, a deployment that a worker will take, a line in the
 * audit log and the announcement, in one transaction. When another deployment is in progress this one waits its turn.
 * Validated by contracts; authorized by the API (`deployment:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · STALE_VERSION when the file is not the one that was reviewed ·
 *   COMPOSE_INVALID · VARIABLE_MISSING · POLICY_REFUSED
 */
export async function deploy(
  context: DeliveryContext,
  principal: Principal,
  input: DeployInput,
): Promise<DeploymentSummary> {
  return inTransaction(context.db, async (tx) => {
    const environment = await requireEnvironment(tx, principal, input.environmentId, 'write');
    await lockEnvironment(tx, environment.id);
    const preview = await previewPlan({ ...context, db: tx }, principal, input);
    if (preview.stackVersion !== input.stackVersion) {
      throw new DomainError(
        'STALE_VERSION',
        'The Compose file was changed after you reviewed it. Review the changes again.',
      );
    }
    refuseUnlessDeployable(preview, environment.slug);
    const revision = await reviseStack(context, tx, principal, environment, input.note);
    return queueDeployment(context, tx, principal, {
      environment,
      action: 'DEPLOY',
      revisionId: revision.id,
      data: { revision: revision.number },
    });
  });
}

async function reviseStack(
  context: DeliveryContext,
  tx: Tx,
  principal: Principal,
  environment: EnvironmentKey,
  note: string,
) {
  const stack = await tx.stack.findUniqueOrThrow({
    where: { projectId: environment.projectId },
    select: STACK_SOURCE,
  });
  return makeRevision(tx, {
    projectId: environment.projectId,
    environmentId: environment.id,
    environmentSlug: environment.slug,
    ...readStackSource(stack),
    variables: await snapshotVariables(tx, environment.id),
    note,
    authorId: principal.userId,
    createdAt: context.clock.now(),
  });
}
