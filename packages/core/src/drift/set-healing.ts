import type { Principal, SetHealingInput } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireEnvironment } from '../project/project-access';

/**
 * Says whether drift of an environment is put back without being asked. Authorized by the API (`environment:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN
 */
export async function setHealing(
  context: CoreContext,
  principal: Principal,
  input: SetHealingInput,
): Promise<{ healsDrift: boolean }> {
  const { healsDrift } = input;
  return inTransaction(context.db, async (tx) => {
    const { id, slug, projectId } = await requireEnvironment(tx, principal, input.environmentId, 'write');
    const { count } = await tx.environment.updateMany({
      where: { id, healsDrift: !healsDrift },
      data: { healsDrift },
    });
    if (count > 0) {
      await recordAudit(tx, principal, {
        action: 'environment.healing-changed',
        subjectType: 'environment',
        subjectId: id,
        projectId,
        data: { environment: slug, healsDrift },
      });
      await notifyChange(tx, { topic: 'environment', id, projectId, environmentId: id });
    }
    return { healsDrift };
  });
}
