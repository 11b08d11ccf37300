import {
  type DeploymentSummary,
  DomainError,
  type EnvironmentActionInput,
  type Principal,
} from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import type { CoreContext } from '../context';
import { requireEnvironment } from '../project/project-access';
import { lockEnvironment, queueDeployment } from './queue-deployment';

/**
 * Asks for a stop, a start, a restart or the removal of an environment's containers and networks. Volumes stay,
 * whatever is asked. Authorized by the API (`deployment:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · CONFLICT when nothing was ever deployed there
 */
export async function requestAction(
  context: CoreContext,
  principal: Principal,
  input: EnvironmentActionInput,
): Promise<DeploymentSummary> {
  return inTransaction(context.db, async (tx) => {
    const environment = await requireEnvironment(tx, principal, input.environmentId, 'write');
    await lockEnvironment(tx, environment.id);
    const { currentRevisionId } = await tx.environment.findUniqueOrThrow({
      where: { id: environment.id },
      select: { currentRevisionId: true },
    });
    const deployed = await tx.deployment.count({ where: { environmentId: environment.id } });
    if (deployed === 0 || (input.action !== 'REMOVE' && currentRevisionId === null)) {
      throw new DomainError(
        'CONFLICT',
        'Nothing has been deployed to this environment yet. Deploy its stack first.',
      );
    }
    return queueDeployment(context, tx, principal, {
      environment,
      action: input.action,
      revisionId: currentRevisionId,
    });
  });
}
