import type { EnvironmentRef, Principal, VariableList, VariableView } from '@jalon/contracts';
import type { DeliveryContext } from '../project/delivery-context';
import { requireEnvironment } from '../project/project-access';
import { missingVariables } from '../stack/referenced-variables';
import { compareVariables } from './compare-variables';
import { readVariableSnapshot } from './open-variables';
import { findVariables, type StoredVariable, toSealed } from './variable.repository';
import type { VariableCipher } from './variable-cipher';

/**
 * The variables of an environment and those that its Compose file needs in vain. A secret's value is never among
 * them. Authorized by the API (`variable:write`: whoever reads configuration may change it).
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
  const [variables, stack, row] = await Promise.all([
    findVariables(db, environment.id),
    db.stack.findUnique({ where: { projectId: environment.projectId }, select: { composeText: true } }),
    db.environment.findUnique({
      where: { id: environment.id },
      select: { currentRevision: { select: { variables: true, environmentId: true } } },
    }),
  ]);
  const pending = row?.currentRevision
    ? pendingNames(cipher, row.currentRevision, { environmentId: environment.id, variables })
    : new Set<string>();
  const names = new Set(variables.map((variable) => variable.name));
  return {
    variables: variables.map((variable) => toView(variable, pending)),
    missing: missingVariables(stack?.composeText ?? '', names),
  };
}

function toView(variable: StoredVariable, pending: ReadonlySet<string>): VariableView {
  const { name, secret, value, updatedAt } = variable;
  return {
    name,
    secret,
    value: secret ? null : value,
    updatedAt,
    pending: pending.has(name),
  };
}

/** Names whose value is another one than in the revision that runs. */
function pendingNames(
  cipher: VariableCipher,
  running: { variables: unknown; environmentId: string | null },
  now: { environmentId: string; variables: StoredVariable[] },
): Set<string> {
  const before = { ...running, variables: readVariableSnapshot(running.variables) };
  const sealed = now.variables.map((variable) => [variable.name, toSealed(variable)]);
  const after = { ...now, variables: Object.fromEntries(sealed) };
  return new Set(compareVariables(cipher, before, after).differences.map(({ name }) => name));
}
