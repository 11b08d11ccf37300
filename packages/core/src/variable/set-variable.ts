import type { Principal, SetVariableInput } from '@jalon/contracts';
import { type Db, inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { DeliveryContext } from '../project/delivery-context';
import { requireEnvironment } from '../project/project-access';
import type { VariableCipher } from './variable-cipher';

/**
 * Sets a variable of an environment; a secret is sealed first and can never be read again. Validated by contracts (a
 * masked value is refused there); authorized by the API (`variable:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN
 */
export async function setVariable(
  context: DeliveryContext,
  principal: Principal,
  input: SetVariableInput,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const environment = await requireEnvironment(tx, principal, input.environmentId, 'write');
    await writeVariable(tx, context.cipher, input);
    await recordAudit(tx, principal, {
      action: 'variable.set',
      subjectType: 'environment',
      subjectId: environment.id,
      projectId: environment.projectId,
      data: { name: input.name, secret: input.secret },
    });
    await notifyChange(tx, {
      topic: 'project',
      id: environment.projectId,
      projectId: environment.projectId,
      environmentId: environment.id,
    });
  });
}

/** Writes the row alone, for use cases that set several variables at once. */
export async function writeVariable(tx: Db, cipher: VariableCipher, input: SetVariableInput): Promise<void> {
  const { environmentId, name, secret } = input;
  const stored = secret
    ? { secret, value: null, ciphertext: cipher.seal(environmentId, name, input.value) }
    : { secret, value: input.value, ciphertext: null };
  await tx.variable.upsert({
    where: { environmentId_name: { environmentId, name } },
    create: { environmentId, name, ...stored },
    update: stored,
    select: { id: true },
  });
}
