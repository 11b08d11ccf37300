import type { Principal, VariableContent } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { DeliveryContext } from '../project/delivery-context';
import { EVERYBODYS_SUBJECT, notifyEveryProject, requireScope } from './scope-rules';
import { writeVariable } from './set-variable';

/**
 * Sets one of everybody's variables, from no project in particular; a secret is sealed first and can never be read again.
 * Validated by contracts (a masked value is refused there); authorized by the API (`setting:write`).
 *
 * @throws DomainError FORBIDDEN when it is not an admin
 */
export async function setGlobalVariable(
  context: DeliveryContext,
  principal: Principal,
  { name, value, secret }: VariableContent,
): Promise<void> {
  requireScope(principal, 'GLOBAL');
  await inTransaction(context.db, async (tx) => {
    await writeVariable(tx, context.cipher, { scope: 'GLOBAL' }, { name, value, secret });
    await recordAudit(tx, principal, {
      action: 'variable.set',
      ...EVERYBODYS_SUBJECT,
      data: { name, secret, scope: 'GLOBAL' },
    });
    await notifyEveryProject(tx);
  });
}
