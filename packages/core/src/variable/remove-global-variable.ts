import { DomainError, type GlobalVariableRef, type Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { EVERYBODYS_SUBJECT, notifyEveryProject, requireScope } from './scope-rules';
import { ownerOf } from './variable-place';

/**
 * Removes one of everybody's variables. Revisions that were made with it keep their own copy. Authorized by the API
 * (`setting:write`).
 *
 * @throws DomainError FORBIDDEN when it is not an admin · NOT_FOUND
 */
export async function removeGlobalVariable(
  context: CoreContext,
  principal: Principal,
  { name }: GlobalVariableRef,
): Promise<void> {
  requireScope(principal, 'GLOBAL');
  await inTransaction(context.db, async (tx) => {
    const { count } = await tx.variable.deleteMany({ where: { owner: ownerOf({ scope: 'GLOBAL' }), name } });
    if (count === 0) throw new DomainError('NOT_FOUND', `There is no variable ${name} for every project.`);
    await recordAudit(tx, principal, {
      action: 'variable.removed',
      ...EVERYBODYS_SUBJECT,
      data: { name, scope: 'GLOBAL' },
    });
    await notifyEveryProject(tx);
  });
}
