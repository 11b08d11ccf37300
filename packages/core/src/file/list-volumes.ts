import type { EnvironmentRef, Principal, StackModel, VolumeView } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireEnvironment } from '../project/project-access';
import { runningStack } from '../stack/running-stack';

/**
 * The volumes of the stack that an environment runs; none while nothing is deployed. Authorized by the API
 * (`file:write`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function listVolumes(
  context: CoreContext,
  principal: Principal,
  input: EnvironmentRef,
): Promise<VolumeView[]> {
  const environment = await requireEnvironment(context.db, principal, input.environmentId, 'read');
  const stack = await runningStack(context.db, environment.id);
  return stack ? volumesOf(stack) : [];
}

function volumesOf(stack: StackModel): VolumeView[] {
  return Object.keys(stack.volumes).map((volume) => ({
    volume,
    mountedBy: Object.values(stack.services).flatMap((service) =>
      service.mounts
        .filter((mount) => mount.type === 'volume' && mount.source === volume)
        .map((mount) => ({ service: service.name, path: mount.target, readOnly: mount.readOnly })),
    ),
  }));
}
