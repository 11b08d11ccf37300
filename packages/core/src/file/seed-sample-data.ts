import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { EnvironmentRef, Principal } from '@jalon/contracts';
import type { DeliveryContext } from '../project/delivery-context';
import { requireEnvironment } from '../project/project-access';
import { sampleOf } from '../project/sample';
import { runningStack } from '../stack/running-stack';
import type { WorkerClient } from './worker-client';

/** Where a sample's data goes: docker/README.md, volumes. */
const RAW_VOLUME = 'raw';

/**
 * Puts the data that comes with a sample into its raw volume, when the stack is built from a sample and the volume is
 * empty: so that the first training of a sample needs no upload. Anything else is left alone. Authorized by the API
 * (`run:write`).
 *
 * @returns names of the files that were put there
 * @throws DomainError NOT_FOUND · FORBIDDEN · ENGINE_UNREACHABLE · UNAVAILABLE
 */
export async function seedSampleData(
  context: DeliveryContext,
  worker: WorkerClient,
  principal: Principal,
  input: EnvironmentRef,
): Promise<string[]> {
  const environment = await requireEnvironment(context.db, principal, input.environmentId, 'write');
  const stack = await runningStack(context.db, environment.id);
  const sample = stack && RAW_VOLUME in stack.volumes ? sampleOf(stack) : null;
  if (!sample) return [];
  const files = await context.content.sampleFiles(sample);
  if (files.length === 0) return [];
  if ((await worker.listFiles(environment.id, RAW_VOLUME)).length > 0) return [];
  for (const { name, path, size } of files) {
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    await worker.putFile({ environmentId: environment.id, volume: RAW_VOLUME, name }, body, size);
  }
  return files.map((file) => file.name);
}
