import type { EnvironmentRef, Principal, VariableList, VariableView } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireEnvironment } from '../project/project-access';
import { missingVariables } from '../stack/referenced-variables';
import { readVariableSnapshot, type SealedVariable, type VariableSnapshot } from './open-variables';
import { findVariables, type StoredVariable, toSealed } from './variable.repository';

/**
 * The variables of an environment and those that its Compose file needs in vain. A secret's value is never among
 * them. Authorized by the API (`variable:write`: whoever reads configuration may change it).
 *
 * @throws DomainError NOT_FOUND
 */
export async function listVariables(
  context: CoreContext,
  principal: Principal,
  input: EnvironmentRef,
): Promise<VariableList> {
  const { db } = context;
  const environment = await requireEnvironment(db, principal, input.environmentId, 'read');
  const [variables, stack, row] = await Promise.all([
    findVariables(db, environment.id),
    db.stack.findUnique({ where: { projectId: environment.projectId }, select: { composeText: true } }),
    db.environment.findUnique({
      where: { id: environment.id },
      select: { currentRevision: { select: { variables: true } } },
    }),
  ]);
  const running = row?.currentRevision ? readVariableSnapshot(row.currentRevision.variables) : null;
  const names = new Set(variables.map((variable) => variable.name));
  return {
    variables: variables.map((variable) => toView(variable, running)),
    missing: missingVariables(stack?.composeText ?? '', names),
  };
}

function toView(variable: StoredVariable, running: VariableSnapshot | null): VariableView {
  const { name, secret, value, updatedAt } = variable;
  return {
    name,
    secret,
    value: secret ? null : value,
    updatedAt,
    pending: running !== null && !same(running[name], toSealed(variable)),
  };
}

function same(left: SealedVariable | undefined, right: SealedVariable): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
