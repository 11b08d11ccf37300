import { DomainError, type FileRef, type Principal, UPLOAD_MAX_BYTES } from '@jalon/contracts';
import { notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { requireVolume } from './require-volume';
import type { WorkerClient } from './worker-client';

export interface Upload {
  body: ReadableStream<Uint8Array>;
  /** Bytes, as announced by whoever sends; the worker refuses a body that is longer. */
  size: number;
}

/**
 * Puts a file into a volume, in place of one of the same name. The name is validated by contracts; authorized by the
 * route (`file:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · VALIDATION when it is too large · ENGINE_UNREACHABLE · UNAVAILABLE
 */
export async function uploadFile(
  context: CoreContext,
  worker: WorkerClient,
  principal: Principal,
  ref: FileRef,
  upload: Upload,
): Promise<void> {
  const environment = await requireVolume(context.db, principal, ref, 'write');
  if (upload.size > UPLOAD_MAX_BYTES) {
    const limit = UPLOAD_MAX_BYTES / 1024 / 1024;
    throw new DomainError(
      'VALIDATION',
      `A file may have ${limit} MB at most. Split it, or load it from a job.`,
    );
  }
  await worker.putFile(ref, upload.body, upload.size);
  const { projectId } = environment;
  await recordAudit(context.db, principal, {
    action: 'file.uploaded',
    subjectType: 'environment',
    subjectId: environment.id,
    projectId,
    data: { volume: ref.volume, name: ref.name, size: upload.size },
  });
  await notifyChange(context.db, {
    topic: 'environment',
    id: environment.id,
    projectId,
    environmentId: environment.id,
  });
}
