import type { FileRef, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { requireVolume } from './require-volume';
import type { WorkerClient } from './worker-client';

/**
 * The bytes of a file in a volume. Authorized by the route (`file:write`).
 *
 * @throws DomainError NOT_FOUND · ENGINE_UNREACHABLE · UNAVAILABLE
 */
export async function readFile(
  context: CoreContext,
  worker: WorkerClient,
  principal: Principal,
  ref: FileRef,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  await requireVolume(context.db, principal, ref, 'read');
  return worker.readFile(ref, signal);
}
