import { DomainError, type Principal, type RemoveVariableInput } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireEnvironment } from '../project/project-access';
import { auditSubject, notifyVariables, requireScope } from './scope-rules';
import { ownerOf, placeOf } from './variable-place';

/**
 * Removes a variable from one scope; one of the same name in a wider scope counts again. Revisions that were made with it
 * keep their own copy. Authorized by the API (`variable:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN, also for everybody's variables when it is not an admin
 */
export async function removeVariable(
  context: CoreContext,
  principal: Principal,
  input: RemoveVariableInput,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const environment = await requireEnvironment(tx, principal, input.environmentId, 'write');
    requireScope(principal, input.scope);
    const { name, scope, service } = input;
    const place = placeOf(input, environment);
    const { count } = await tx.variable.deleteMany({ where: { owner: ownerOf(place), name } });
    if (count === 0) {
      const where = scope === 'ENVIRONMENT' ? 'in this environment' : 'in that scope';
      throw new DomainError('NOT_FOUND', `There is no variable ${name} ${where}.`);
    }
    await recordAudit(tx, principal, {
      action: 'variable.removed',
      ...auditSubject(place, environment),
      data: { name, scope, service },
    });
    await notifyVariables(tx, place, environment);
  });
}
