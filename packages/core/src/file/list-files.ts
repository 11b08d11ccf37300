import type { Principal, VolumeFiles, VolumeRef } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireVolume } from './require-volume';
import type { WorkerClient } from './worker-client';

/**
 * Files at the top of a volume. Authorized by the API (`file:write`).
 *
 * @throws DomainError NOT_FOUND · ENGINE_UNREACHABLE · UNAVAILABLE when the worker does not answer
 */
export async function listFiles(
  context: CoreContext,
  worker: WorkerClient,
  principal: Principal,
  input: VolumeRef,
): Promise<VolumeFiles> {
  const environment = await requireVolume(context.db, principal, input, 'read');
  const files = await worker.listFiles(environment.id, input.volume);
  return { volume: input.volume, files };
}
