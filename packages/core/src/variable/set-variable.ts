import { DomainError, type Principal, type SetVariableInput } from '@jalon/contracts';
import { type Db, inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { DeliveryContext } from '../project/delivery-context';
import { type EnvironmentKey, requireEnvironment } from '../project/project-access';
import { readSavedFile } from '../stack/read-saved-file';
import { auditSubject, notifyVariables, requireScope } from './scope-rules';
import type { VariableCipher } from './variable-cipher';
import { ownerOf, placeOf, type VariablePlace } from './variable-place';

/**
 * Sets a variable in one of the scopes that an environment sees; a secret is sealed first and can never be read again.
 * Validated by contracts (a masked value is refused there); authorized by the API (`variable:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN, also for everybody's variables when it is not an admin · VALIDATION for a
 *   service that the saved file does not have
 */
export async function setVariable(
  context: DeliveryContext,
  principal: Principal,
  input: SetVariableInput,
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const environment = await requireEnvironment(tx, principal, input.environmentId, 'write');
    requireScope(principal, input.scope);
    const place = placeOf(input, environment);
    if (place.scope === 'SERVICE') await requireService(tx, environment, place.service);
    const { name, value, secret } = input;
    await writeVariable(tx, context.cipher, place, { name, value, secret });
    await recordAudit(tx, principal, {
      action: 'variable.set',
      ...auditSubject(place, environment),
      data: { name, secret, scope: input.scope, service: input.service },
    });
    await notifyVariables(tx, place, environment);
  });
}

/** Writes the row alone, for use cases that set several variables at once. */
export async function writeVariable(
  tx: Db,
  cipher: VariableCipher,
  place: VariablePlace,
  { name, value, secret }: { name: string; value: string; secret: boolean },
): Promise<void> {
  const owner = ownerOf(place);
  const stored = secret
    ? { secret, value: null, ciphertext: cipher.seal(owner, name, value) }
    : { secret, value, ciphertext: null };
  await tx.variable.upsert({
    where: { owner_name: { owner, name } },
    create: { ...place, owner, name, ...stored },
    update: stored,
    select: { id: true },
  });
}

async function requireService(tx: Db, environment: EnvironmentKey, service: string): Promise<void> {
  const { services } = await readSavedFile(tx, environment);
  if (services.includes(service)) return;
  const known = services.length > 0 ? ` It has ${services.join(', ')}.` : '';
  const message = `The saved Compose file has no service ${service}.${known}`;
  throw new DomainError('VALIDATION', message, [{ path: 'service', message }]);
}
