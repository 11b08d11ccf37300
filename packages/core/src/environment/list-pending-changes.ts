import type { EnvironmentRef, PendingChanges, Principal } from '@jalon/contracts';
import type { DeliveryContext } from '../project/delivery-context';
import { requireEnvironment } from '../project/project-access';
import { compareStacks } from '../stack/compare-stacks';
import { readStackSource, STACK_SOURCE } from '../stack/stack-source';
import { compareVariables } from '../variable/compare-variables';
import { readVariableSnapshot } from '../variable/open-variables';
import { snapshotVariables } from '../variable/variable.repository';

/**
 * What differs between the saved file with an environment's variables and the revision that it stands on: names only.
 * Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function listPendingChanges(
  context: DeliveryContext,
  principal: Principal,
  input: EnvironmentRef,
): Promise<PendingChanges> {
  const { db, cipher } = context;
  const environment = await requireEnvironment(db, principal, input.environmentId, 'read');
  const [row, stack, now] = await Promise.all([
    db.environment.findUniqueOrThrow({
      where: { id: environment.id },
      select: {
        currentRevision: {
          select: { ...STACK_SOURCE, number: true, variables: true, environmentId: true },
        },
      },
    }),
    db.stack.findUnique({ where: { projectId: environment.projectId }, select: STACK_SOURCE }),
    snapshotVariables(db, environment.id),
  ]);
  const current = row.currentRevision;
  if (!current) return { revision: null, file: [], variables: [], count: 0 };
  const file = compareStacks(readStackSource(current), readStackSource(stack));
  const before = {
    environmentId: current.environmentId,
    variables: readVariableSnapshot(current.variables),
  };
  const { differences } = compareVariables(cipher, before, { environmentId: environment.id, variables: now });
  return {
    revision: current.number,
    file,
    variables: differences.map(({ name, change }) => ({ name, change })),
    count: file.length + differences.length,
  };
}
