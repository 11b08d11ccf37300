import { Readable } from 'node:stream';
import { pack as tarPack } from 'tar-stream';
import type { CallOptions, DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { inspectImage } from '../client/inspect';
import { jsonLines } from '../client/json-lines';

/** An image with nothing in it, for containers that are never started. */
export const EMPTY_IMAGE = 'jalon/empty:1';

/** Makes the empty image where it is missing; no registry is asked. */
export async function ensureEmptyImage(client: DockerClient, options: CallOptions): Promise<void> {
  if (await orNull(inspectImage(client, EMPTY_IMAGE, options))) return;
  const [repo, tag] = EMPTY_IMAGE.split(':');
  const pack = tarPack();
  pack.finalize();
  const stream = await client.call(
    `import ${EMPTY_IMAGE}`,
    (docker, abortSignal) =>
      docker.importImage(Readable.from(pack, { objectMode: false }), { repo, tag, abortSignal }),
    options,
  );
  for await (const message of jsonLines<{ error?: string }>(stream as Readable)) {
    if (message.error) throw client.mapError(new Error(message.error), `import ${EMPTY_IMAGE}`);
  }
}
