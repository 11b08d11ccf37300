import { DomainError, type Principal, type VolumeRef } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { type EnvironmentKey, type ProjectAccess, requireEnvironment } from '../project/project-access';
import { runningStack } from '../stack/running-stack';

/**
 * The environment, when this person may reach it and its stack has a volume of this name.
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN
 */
export async function requireVolume(
  db: Db,
  principal: Principal,
  ref: VolumeRef,
  access: ProjectAccess,
): Promise<EnvironmentKey> {
  const environment = await requireEnvironment(db, principal, ref.environmentId, access);
  const stack = await runningStack(db, environment.id);
  if (!Object.hasOwn(stack?.volumes ?? {}, ref.volume)) {
    throw new DomainError('NOT_FOUND', `The deployed stack has no volume ${ref.volume}.`);
  }
  return environment;
}
