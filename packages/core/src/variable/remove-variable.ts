import { DomainError, type Principal, type RemoveVariableInput } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireEnvironment } from '../project/project-access';

/**
 * Removes a variable. Revisions that were made with it keep their own copy. Authorized by the API (`variable:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN
 */
export async function removeVariable(
  context: CoreContext,
  principal: Principal,
  input: RemoveVariableInput,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const environment = await requireEnvironment(tx, principal, input.environmentId, 'write');
    const { count } = await tx.variable.deleteMany({
      where: { environmentId: environment.id, name: input.name },
    });
    if (count === 0)
      throw new DomainError('NOT_FOUND', `There is no variable ${input.name} in this environment.`);
    await recordAudit(tx, principal, {
      action: 'variable.removed',
      subjectType: 'environment',
      subjectId: environment.id,
      projectId: environment.projectId,
      data: { name: input.name },
    });
    await notifyChange(tx, {
      topic: 'project',
      id: environment.projectId,
      projectId: environment.projectId,
      environmentId: environment.id,
    });
  });
}
