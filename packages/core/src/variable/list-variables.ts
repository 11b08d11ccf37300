import type { EnvironmentRef, Principal, ScopedValue, VariableList, VariableView } from '@jalon/contracts';
import type { DeliveryContext } from '../project/delivery-context';
import { requireEnvironment } from '../project/project-access';
import { readSavedFile } from '../stack/read-saved-file';
import { compareVariables } from './compare-variables';
import { readVariableSnapshot } from './open-variables';
import { type Resolved, resolveVariables } from './resolve-variables';
import { findVariables, type StoredVariable, toSnapshot } from './variable.repository';
import type { VariableCipher } from './variable-cipher';

/**
 * The variables that an environment sees: of each name the value that counts, and those of wider scopes that it overrides;
 * and those that its Compose file needs in vain. A secret's value is never among them. Authorized by the API
 * (`variable:write`: whoever reads configuration may change it).
 *
 * @throws DomainError NOT_FOUND
 */
export async function listVariables(
  context: DeliveryContext,
  principal: Principal,
  input: EnvironmentRef,
): Promise<VariableList> {
  const { db, cipher } = context;
  const environment = await requireEnvironment(db, principal, input.environmentId, 'read');
  const [variables, row, saved] = await Promise.all([
    findVariables(db, environment.id),
    db.environment.findUnique({
      where: { id: environment.id },
      select: { currentRevision: { select: { variables: true, environmentId: true } } },
    }),
    readSavedFile(db, environment),
  ]);
  const pending = row?.currentRevision
    ? pendingKeys(cipher, row.currentRevision, { environmentId: environment.id, variables })
    : new Set<string>();
  return {
    variables: resolveVariables(variables).map((resolved) => toView(resolved, pending)),
    ...saved,
  };
}

function toView(
  { key, winner, overrides }: Resolved<StoredVariable>,
  pending: ReadonlySet<string>,
): VariableView {
  return {
    name: winner.name,
    service: winner.service,
    ...toValue(winner),
    pending: pending.has(key),
    overrides: overrides.map(toValue),
  };
}

function toValue({ scope, secret, value, updatedAt }: StoredVariable): ScopedValue {
  return { scope, secret, value: secret ? null : value, updatedAt };
}

/** Those whose value is another one than in the revision that runs, by their name in a snapshot. */
function pendingKeys(
  cipher: VariableCipher,
  running: { variables: unknown; environmentId: string | null },
  now: { environmentId: string; variables: StoredVariable[] },
): Set<string> {
  const before = { ...running, variables: readVariableSnapshot(running.variables) };
  const after = { ...now, variables: toSnapshot(now.variables) };
  return new Set(compareVariables(cipher, before, after).differences.map(({ name }) => name));
}
